-- From one day to another, by their clocks where both are known, else by whole days.
create macro seconds_between(from_day, from_moment, to_day, to_moment) as
  coalesce(date_diff('second', from_moment, to_moment), (to_day - from_day) * 86400::bigint);

create macro hours_of(seconds) as seconds::double / 3600;

-- Seconds east of London, where they are written behind the clock.
create macro seconds_east(zone) as
  case when zone.sign <> '' then try_cast(zone.sign || '1' as int) * (3600 * zone.hours::int + 60 * zone.minutes::int) else 0 end;

-- The moment that a cell tells, by the clock of London where it names its zone in figures. Midnight on the dot is what programs write where they know the day alone.
create macro clocked(moment, x) as
  case when moment::time <> time '00:00:00' then moment - to_seconds(seconds_east(regexp_extract(x, '([+-])(\d{2}):?(\d{2})\s*$', ['sign', 'hours', 'minutes']))) end;
