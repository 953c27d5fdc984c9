-- grain: one sale under one dimension
-- key: id, dimension
select * from segments_of('core.sale_facts')
-- reads core.accounts, core.owners, core.products through the macro
