-- grain: one spelling that is not exactly a listed name; where the exports list none at all, every name stands for itself and is no news
with link as (
  select 'opportunities, orders' as table_name, 'account' as column_name, coalesce(mentioned_name, mentioned_id) as value, matched_name as matched_to, how, mentions,
    exists (from core.listed_accounts) as has_list
  from core.account_links
  union all
  select 'opportunities, orders', 'owner', coalesce(mentioned_name, mentioned_id), matched_name, how, mentions, exists (from core.listed_owners)
  from core.owner_links
  union all
  select 'opportunities, orders', 'product', coalesce(mentioned_name, mentioned_id), matched_name, how, mentions, exists (from core.listed_products)
  from core.product_links
  union all
  select 'accounts', 'sector', mentioned_name, matched_name, how, mentions, true from core.sector_links)
select table_name, column_name, value, matched_to, how, mentions as "rows" from link where how <> 'exact' and (how <> 'none' or has_list)
