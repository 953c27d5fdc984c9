-- grain: one action of the plan under one segment of a dimension
-- as: view
select * from segments_of('core.labelled_actions')
-- reads core.labels through the macro
