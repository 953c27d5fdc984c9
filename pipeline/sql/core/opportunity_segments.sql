-- grain: one opportunity under one dimension
-- key: id, dimension
select * from segments_of('core.opportunity_facts')
-- reads core.accounts, core.owners, core.products through the macro
