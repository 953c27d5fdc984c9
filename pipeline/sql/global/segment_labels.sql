-- grain: one segment whose name is ours and not the exports'
-- key: dimension, segment
select * from (values
  ('rfm', 'champions', 1, 'Champions', 'Champions'), ('rfm', 'loyal', 2, 'Loyal', 'Fidèles'),
  ('rfm', 'new', 3, 'New', 'Nouveaux'), ('rfm', 'promising', 4, 'Promising', 'Prometteurs'),
  ('rfm', 'needs attention', 5, 'Needs attention', 'À relancer'), ('rfm', 'at risk', 6, 'At risk', 'À risque'),
  ('rfm', 'dormant', 7, 'Dormant', 'En sommeil'), ('rfm', 'lost', 8, 'Lost', 'Perdus'),
  ('quadrant', 'stars', 1, 'Stars', 'Stars'), ('quadrant', 'to develop', 2, 'To develop', 'À développer'),
  ('quadrant', 'to maintain', 3, 'To maintain', 'À entretenir'), ('quadrant', 'to serve at low cost', 4, 'To serve at low cost', 'À servir à moindre coût'),
  ('order_kind', 'first order', 1, 'First order', 'Première commande'), ('order_kind', 'reorder', 2, 'Reorder', 'Réassort'),
  ('order_kind', 'credit note', 3, 'Credit note', 'Avoir'))
  as labels(dimension, segment, position, label_en, label_fr)
