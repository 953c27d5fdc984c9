-- grain: one lead under one segment of a dimension
-- as: view
select * from segments_of('core.labelled_leads')
-- reads core.labels through the macro
