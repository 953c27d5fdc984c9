-- grain: one quote, as segments_of reads it
-- key: id
select quote_id as id, account_id, owner_id, null::varchar as product_id, null::varchar as channel, null::varchar as kind from core.quotes
