-- grain: one row
-- key: as_of
select as_of, data_from, data_to, null::varchar as currency, sales_basis, title, version from core.run
