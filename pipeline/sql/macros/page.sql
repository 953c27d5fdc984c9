-- A day as the page counts them: from the first day of the first month; -1 for no date, -2 for a date before the days that are counted.
create macro page_day(day, first_day) as
  case when day is null then -1 when day < first_day then -2 else day - first_day end::int;

-- An amount in ten thousandths: a whole number, which the browser adds without a rounding error.
create macro page_amount(amount) as
  (coalesce(amount, 0)::decimal(18, 4) * 10000)::bigint;

-- The day to which the usual cycle moves a cost. Figures of the month of the as-of date hold the whole month; no later month is counted.
create macro later_day(day, as_of, first_day) as
  case when date_trunc('month', day) > date_trunc('month', as_of) then -2 else page_day(least(day, as_of), first_day) end::int;
