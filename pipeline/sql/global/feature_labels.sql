-- grain: one thing that a model knows of a customer, in words
-- key: feature
select * from (values
  ('recency', 'days since the last order', 'jours depuis la dernière commande'),
  ('orders', 'orders so far', 'commandes à ce jour'),
  ('tenure', 'days since the first order', 'jours depuis la première commande'),
  ('orders_recent', 'orders in the last period', 'commandes sur la dernière période'),
  ('orders_before', 'orders in the period before', 'commandes sur la période d’avant'),
  ('revenue_recent', 'revenue in the last period', 'CA sur la dernière période'),
  ('revenue_before', 'revenue in the period before', 'CA sur la période d’avant'),
  ('basket', 'mean order amount', 'panier moyen'),
  ('usual_gap', 'usual days between orders', 'jours habituels entre deux commandes'),
  ('overdue', 'silence compared with its usual gap', 'silence rapporté à son rythme habituel'),
  ('lifetime_silence', 'silence that its rhythm leads to expect', 'silence attendu d’après son rythme'),
  ('lifetime_orders', 'orders that its rhythm leads to expect', 'commandes attendues d’après son rythme'),
  ('amount_recent', 'amount brought in the last period', 'montant apporté sur la dernière période'),
  ('lifetime_amount', 'amount that its rhythm leads to expect', 'montant attendu d’après son rythme'),
  ('families', 'product families bought', 'familles de produits achetées'))
  as labels(feature, label_en, label_fr)
