-- grain: one action of the plan, as segments_of reads it
-- key: id
select action_id as id, account_id, owner_id, null::varchar as product_id, null::varchar as channel, null::varchar as kind from core.actions
