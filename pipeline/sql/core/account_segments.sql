-- grain: one account under one segment of a dimension
-- as: view
select * from segments_of('core.labelled_accounts')
-- reads core.labels through the macro
