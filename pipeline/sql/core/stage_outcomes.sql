-- grain: one combination of stage, status and flags
-- key: stage, status, is_won, is_closed
with combination as (
  select distinct stage, status, is_won, is_closed from staging.opportunities),
spelled as (
  select *, ' ' || regexp_replace(lower(strip_accents(concat_ws(' ', stage, status))), '[^\p{L}\p{N}]+', ' ', 'g') || ' ' as words
  from combination),
meant as (
  select s.*, bool_or(w.outcome = 'lost') as says_lost, bool_or(w.outcome = 'won') as says_won
  from spelled as s left join staging.outcome_words as w on contains(s.words, ' ' || w.word || ' ')
  group by all)
-- is_qualified: whether the stage lies past qualification; NULL where there is none.
select stage, status, is_won, is_closed,
  case
    when is_won then 'won'
    when says_lost or (is_closed and not is_won) then 'lost'
    when says_won then 'won'
    else 'open'
  end as outcome,
  case when coalesce(stage, status) is not null then not exists (from staging.early_stages as e where is_stage(coalesce(m.stage, m.status), e.stage, e.is_own)) end as is_qualified
from meant as m
