-- grain: one activity under one segment of a dimension
-- key: id, dimension, segment
select * from segments_of('core.activity_facts')
-- reads core.accounts, core.account_tags, core.owners, core.products, marts.customer_rfm, marts.customer_potential through the macro
