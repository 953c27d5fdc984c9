-- grain: one activity under one segment of a dimension
-- as: view
select * from segments_of('core.labelled_activities')
-- reads core.labels through the macro
