-- One owner's customers and nothing of anyone else's, in a copy of the tables that pages are drawn from; page.chosen holds the owner's number and id.
-- Figures of the whole base go: the page makes the owner's own from the facts. Spend is the owner's part of each channel's leads.
create table own as
select row_number() over (order by account) as number, account, account_id
from page.accounts where account > 0 and owner = (select owner from page.chosen);

create table channel_parts as
select l.channel, count(o.account)::double / count(*) as part from page.leads as l left join own as o using (account) group by l.channel;

create or replace table page.spend as
select s.* replace (round(s.amount * p.part)::bigint as amount) from page.spend as s join channel_parts as p using (channel) where s.channel > 0 and p.part > 0;

create or replace table page.accounts as
select a.* replace (coalesce(o.number, 0) as account, (a.account > 0)::int as owner)
from page.accounts as a left join own as o using (account) where a.account = 0 or o.account is not null;

create or replace table page.sales as
select t.* replace (o.number as account, (t.owner = c.owner)::int as owner) from page.sales as t join own as o using (account) cross join page.chosen as c;
create or replace table page.parts as select t.* replace (o.number as account) from page.parts as t join own as o using (account);
create or replace table page.opportunities as
select t.* replace (o.number as account, (t.owner = c.owner)::int as owner) from page.opportunities as t join own as o using (account) cross join page.chosen as c;
create or replace table page.leads as
select t.* replace (o.number as account, (t.owner = c.owner)::int as owner) from page.leads as t join own as o using (account) cross join page.chosen as c;
create or replace table page.activities as
select t.* replace (o.number as account, (t.owner = c.owner)::int as owner) from page.activities as t join own as o using (account) cross join page.chosen as c;
create or replace table page.acquisition as select t.* replace (o.number as account) from page.acquisition as t join own as o using (account);
create or replace table page.spells as select t.* replace (o.number as account) from page.spells as t join own as o using (account);
create or replace table page.satisfaction as select t.* replace (o.number as account) from page.satisfaction as t join own as o using (account);

create or replace table page.prospects as select t.* replace (o.number as account) from page.prospects as t join own as o using (account);

create or replace table page.owners as
select w.* replace (if(w.owner = 0, 0, 1)::bigint as owner) from page.owners as w where w.owner in (0, (select owner from page.chosen));

-- The 20/80 are the owner's own: ranked anew among these customers, as macros/pareto.sql ranks.
create table ranked as
with amount as (
  unpivot (select o.account_id, o.number, revenue, margin, profit from marts.customers join own as o using (account_id)) on revenue, margin, profit into name measure value amount),
placed as (
  select *, row_number() over w as place, sum(greatest(amount, 0)) over (w rows unbounded preceding) as so_far, sum(greatest(amount, 0)) over (partition by measure) as in_all
  from amount window w as (partition by measure order by amount desc, account_id))
select account_id, number, measure, place, so_far / nullif(in_all, 0)::double as cumulative_share, amount > 0 and (so_far - amount) * 5 < in_all * 4 as in_pareto
from placed;

create or replace table marts.customers as
select c.* replace (
    r.place as rank_revenue, r.cumulative_share as cumulative_share_revenue, coalesce(r.in_pareto, false) as in_pareto_revenue,
    m.place as rank_margin, m.cumulative_share as cumulative_share_margin, coalesce(m.in_pareto, false) as in_pareto_margin,
    p.place as rank_profit, p.cumulative_share as cumulative_share_profit, coalesce(p.in_pareto, false) as in_pareto_profit)
from marts.customers as c
join own using (account_id)
left join ranked as r on r.account_id = c.account_id and r.measure = 'revenue'
left join ranked as m on m.account_id = c.account_id and m.measure = 'margin'
left join ranked as p on p.account_id = c.account_id and p.measure = 'profit';

create or replace table page.customers as
select t.* replace (o.number as account, t.flags - t.flags % 8 + coalesce(c.in_pareto_revenue::int, 0) + 2 * coalesce(c.in_pareto_margin::int, 0) + 4 * coalesce(c.in_pareto_profit::int, 0) as flags)
from page.customers as t join own as o using (account) left join marts.customers as c using (account_id);

delete from marts.scores where account_id not in (select account_id from own);
delete from marts.targets where account_id not in (select account_id from own);
delete from marts.action_plan where owner_id is distinct from (select owner_id from page.chosen) or account_id not in (select account_id from own);
truncate marts.calls_for_action;
delete from core.complaints where account_id is null or account_id not in (select account_id from own);
delete from core.surveys where account_id is null or account_id not in (select account_id from own);

-- Against target and the like the page cannot make itself: the warehouse's figures of this owner.
-- Rows without a value keep the calendar.
create or replace table marts.kpis as
with own_target as (
  select * from marts.kpis where owner_id = (select owner_id from page.chosen) and dimension = 'all' and kpi in ('revenue_to_target', 'margin_to_target')),
calendar as (
  select distinct period, period_start, period_end from marts.kpis where owner_id is null and dimension = 'all' and kpi = 'revenue')
select * replace (null::varchar as owner_id) from own_target
union all by name
select 'revenue_to_target' as kpi, 'all' as dimension, 'all' as segment, period, period_start, period_end, 0 as n, 0 as excluded from calendar
where (period, period_start) not in (select (period, period_start) from own_target where kpi = 'revenue_to_target');

truncate marts.forecast;
truncate marts.cohorts;
truncate marts.survival;
truncate marts.attrition_sensitivity;
truncate marts.loss_causes;
truncate marts.contact_ladder;
truncate marts.loss_reasons;
truncate page.loss_reasons;
truncate page.complaint_reasons;
truncate marts.niches;
truncate marts.loss_changes;
truncate marts.account_changes;
truncate marts.complaints_before;
truncate marts.last_answers;
truncate marts.family_norms;
truncate marts.owner_profiles;
truncate marts.owner_segments;
truncate marts.satisfaction_outcomes;
truncate marts.effort;
truncate marts.rules;
truncate marts.lorenz;
truncate marts.duplicates;
truncate marts.niche_prospects;
truncate marts.duplicate_effect;
truncate marts.checks;
truncate marts.runs;
truncate marts.run_files;
truncate marts.run_kpis;
truncate staging.files;
truncate staging.rejects;
truncate staging.columns;
truncate staging.links;
truncate marts.assumptions;
update marts.duplicate_summary set pairs = 0, likely = 0, merged = 0, apart = 0, contradictory = 0, unknown_account = 0, groups_left_out = 0;
update marts.dimensions set segments = 0 where dimension in ('owner', 'manager', 'team');
update marts.run set title = concat(title, ' – ', (select coalesce(name, owner_id) from page.owners where owner = 1));
