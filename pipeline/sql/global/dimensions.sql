-- grain: one dimension that segments can be compared on
-- key: dimension
-- is_overlapping: what counts under one segment may count under another too, so that the segments do not add up to the whole.
with listed(dimension, position, label_en, label_fr, brought_by) as (values
  ('sector', 1, 'Sector', 'Secteur', 'accounts'), ('type', 2, 'Account type', 'Type de compte', 'accounts'),
  ('trade', 3, 'Trade', 'Métier', 'accounts'), ('size', 4, 'Size (employees)', 'Taille (effectif)', 'accounts'),
  ('region', 5, 'Region', 'Région', 'accounts'), ('country', 6, 'Country', 'Pays', 'accounts'),
  ('channel', 7, 'Acquisition channel', 'Canal d’acquisition', 'accounts'), ('family', 8, 'Product family', 'Famille de produits', 'products'),
  ('product', 9, 'Product', 'Produit', 'products'), ('owner', 10, 'Owner', 'Commercial', 'owners'),
  ('manager', 11, 'Manager', 'Responsable', 'owners'), ('team', 12, 'Team', 'Équipe', 'owners'),
  ('rfm', 13, 'RFM segment', 'Segment RFM', 'orders'), ('quadrant', 14, 'Value × potential', 'Valeur × potentiel', 'orders'),
  ('order_kind', 15, 'Kind of order', 'Type de commande', 'orders'), ('tag', 16, 'Tag', 'Étiquette', 'accounts')),
every as (
  from listed
  union all
  select dimension, 17 + position, label_en, label_fr, 'accounts' from core.own_dimensions),
known as (
  select l.dimension, count(*) as segments
  from (
    select unnest(labels) as label from core.labelled_opportunities
    union
    select unnest(account_labels || owner_labels || fact_labels || product_labels) from core.labelled_sales) as f
  join core.labels as l on l.label = f.label
  where f.label >= 0
  group by l.dimension)
select l.dimension, l.position, l.label_en, l.label_fr, coalesce(k.segments, 0) as segments, l.brought_by, l.dimension = 'tag' as is_overlapping
from every as l left join known as k on k.dimension = l.dimension
