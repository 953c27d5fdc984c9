-- grain: one action of the plan under one dimension
-- key: id, dimension
select * from segments_of('core.action_facts')
-- reads core.accounts, core.owners, core.products, marts.customer_rfm, marts.customer_potential through the macro
