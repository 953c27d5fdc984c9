-- grain: one spelling that is not exactly a listed name
select 'opportunities, orders' as table_name, 'account' as column_name, coalesce(mentioned_name, mentioned_id) as value, matched_name as matched_to, how, mentions as "rows" from core.account_links
union all
select 'opportunities, orders', 'owner', coalesce(mentioned_name, mentioned_id), matched_name, how, mentions from core.owner_links
union all
select 'opportunities, orders', 'product', coalesce(mentioned_name, mentioned_id), matched_name, how, mentions from core.product_links
union all
select 'accounts', 'sector', mentioned_name, matched_name, how, mentions from core.sector_links
