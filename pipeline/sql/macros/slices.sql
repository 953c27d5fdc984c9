-- The slice of time that a day lies in: its month, cut where the trailing twelve months begin.
create macro slice_of(day, ttm_start) as
  greatest(date_trunc('month', day)::date, case when day >= ttm_start then ttm_start end);
