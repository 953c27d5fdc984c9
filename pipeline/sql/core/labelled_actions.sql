-- grain: one action of the plan and the labels of the segments that it counts under
-- key: id
select id, account_labels || owner_labels || fact_labels || product_labels as labels from labelled('core.action_facts')
-- reads core.account_labels, core.owner_labels, core.product_labels, core.labels through the macro
