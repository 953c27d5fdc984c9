-- From one day to another, by their clocks where both are known, else by whole days.
create macro seconds_between(from_day, from_moment, to_day, to_moment) as
  coalesce(date_diff('second', from_moment, to_moment), (to_day - from_day) * 86400::bigint);

create macro hours_of(seconds) as seconds::double / 3600;
