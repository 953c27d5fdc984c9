-- grain: one file and table, with the rows that a later or newer one stands for: it bears the same key, or is the same row in another export
-- key: table_name, file, why
select table_name, file, why, count(*) as "rows" from staging.superseded group by all order by all
