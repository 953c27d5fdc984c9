-- says: a Lorenz curve rises and ends at the whole amount
select measure, percent, share from (
  select *, lead(share) over (partition by measure order by percent) as next from marts.lorenz) as points
where share > next or (percent = 100 and share <> 1)
