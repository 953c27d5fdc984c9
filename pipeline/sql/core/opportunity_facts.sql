-- grain: one opportunity, as segments_of reads it
-- key: id
select opportunity_id as id, account_id, owner_id, product_id, channel from core.opportunities
