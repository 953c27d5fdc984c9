-- grain: one quote under one dimension
-- key: id, dimension
select * from segments_of('core.quote_facts')
-- reads core.accounts, core.owners, core.products, marts.customer_rfm, marts.customer_potential through the macro
