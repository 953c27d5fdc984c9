-- The last twelve months against the twelve before; within ten percent of their sum is flat. New customers have no year before.
create macro revenue_trend(is_new, recent, before) as
  case
    when is_new then 'new'
    when (recent - before) * 10 > recent + before then 'rising'
    when (before - recent) * 10 > recent + before then 'falling'
    else 'flat'
  end;
