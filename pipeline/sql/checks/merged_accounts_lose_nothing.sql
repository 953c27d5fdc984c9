-- says: what names an account names one that is there, after duplicates are merged too
select l.mentioned_id, l.mentioned_name, l.id from core.account_links as l
where l.id is not null and l.id not in (select account_id from core.accounts)
