-- Each spelling by which rows name an account, owner or product, and the listed one that it means:
-- by id, else by the same name, else by the id that stands where a name should, else by the same letters and digits, else it stands for itself.
-- listed: (id, name), id unique.  mentions: (mentioned_id, mentioned_name), one row per row that mentions.
create macro linked(listed, mentions) as table
  with spelling as (
    select mentioned_id, mentioned_name, count(*) as mentions
    from query_table(mentions)
    where coalesce(mentioned_id, mentioned_name) is not null
    group by all),
  by_name as (
    select name, min(id) as id from query_table(listed) group by name),
  by_key as (
    select name_key(name) as key, min(id) as id, min(name) as name from query_table(listed) group by key)
  select
    s.mentioned_id, s.mentioned_name,
    coalesce(i.id, n.id, c.id, k.id, s.mentioned_id,
      min(s.mentioned_name) over (partition by name_key(s.mentioned_name), s.mentioned_id is null)) as id,
    coalesce(i.name, n.name, c.name, k.name) as matched_name,
    case when coalesce(i.id, n.id, c.id) is not null then 'exact' when k.id is not null then 'normalised' else 'none' end as how,
    s.mentions
  from spelling as s
  left join query_table(listed) as i on i.id = s.mentioned_id
  left join by_name as n on n.name = s.mentioned_name
  left join query_table(listed) as c on c.id = case when s.mentioned_id is null then s.mentioned_name end
  left join by_key as k on k.key = name_key(s.mentioned_name);

-- What is listed, and what is only mentioned.
create macro listed_and_mentioned(listed, links) as table
  select id, name, true as is_listed from query_table(listed)
  union all
  select id, coalesce(min(mentioned_name), id), false from query_table(links) where how = 'none' and id not in (select id from query_table(listed)) group by id;

-- A row that names a family alone names it as a product.
create macro product_called(id, name, family) as
  coalesce(name, case when id is null then family end);
