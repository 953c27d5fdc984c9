-- grain: one kind of order by the number that the page's facts hold; 0 stands for none
-- key: kind
select row_number() over (order by kind) as kind, kind as name from (select distinct kind from core.sales where kind is not null) as kinds
union all
select 0, null
