-- grain: one quote under one segment of a dimension
-- as: view
select * from segments_of('core.labelled_quotes')
-- reads core.labels through the macro
