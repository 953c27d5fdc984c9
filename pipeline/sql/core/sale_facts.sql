-- grain: one sale, as segments_of reads it
-- key: id
select sale_id as id, account_id, owner_id, product_id, channel from core.sales
