-- grain: one opportunity under one segment of a dimension
-- as: view
select * from segments_of('core.labelled_opportunities')
-- reads core.labels through the macro
