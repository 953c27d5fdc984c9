-- label_en: days on which a customer bought of a product family
-- label_fr: jours d’achat d’une famille de produits par un client
select g.dimension, g.segment, f.sold_at as day, f.account_id as id, a.name as account, f.family, f.before_at, f.next_at
from per_customer.family_purchases as f
join core.account_segments as g on g.id = f.account_id
left join core.accounts as a on a.account_id = f.account_id
