-- grain: one thing that a file leaves open, and what was taken for granted
-- key: position, file, subject
with repeated as (
  select 10 as position, file, table_name || ' ' || why as subject, "rows",
    case why when 'key' then counted_en("rows", 'row bears', 'rows bear') || ' the key of a newer row; the one modified last counts, else the last one'
      else counted_en("rows", 'row stands alike in another export; it counts once', 'rows stand alike in another export; they count once') end as text_en,
    case why when 'key' then counted_fr("rows", 'ligne porte', 'lignes portent') || ' la clé d’une ligne plus récente ; compte celle modifiée en dernier, à défaut la dernière'
      else counted_fr("rows", 'ligne se trouve à l’identique dans un autre export ; elle compte une fois', 'lignes se trouvent à l’identique dans un autre export ; elles comptent une fois') end as text_fr
  from core.repeats),
orders_by_status as (
  select _file as file, coalesce(status, kind, '') as subject, counts_as, is_known, sum("rows")::bigint as "rows", sum(amount) as amount
  from core.order_statuses group by all),
not_sold as (
  select 20, file, counts_as || ' ' || subject, "rows",
    case counts_as
      when 'cancelled' then counted_en("rows", 'row “' || subject || '” is no sale; it is', 'rows “' || subject || '” are no sales; they are') || ' kept and counted nowhere'
      when 'draft' then counted_en("rows", 'draft or quote “' || subject || '” is no sale; it is', 'drafts or quotes “' || subject || '” are no sales; they are') || ' kept and counted nowhere'
      when 'invoiced' then counted_en("rows", 'row “' || subject || '” is', 'rows “' || subject || '” are') || ' not counted, since the same file has the invoices'
      else counted_en("rows", 'credit note', 'credit notes') || case when subject <> '' then ' “' || subject || '”' else '' end || case when "rows" = 1 then ' is deducted' else ' are deducted' end end,
    case counts_as
      when 'cancelled' then counted_fr("rows", 'ligne « ' || subject || ' » n’est pas une vente ; elle est gardée et ne compte nulle part', 'lignes « ' || subject || ' » ne sont pas des ventes ; elles sont gardées et ne comptent nulle part')
      when 'draft' then counted_fr("rows", 'brouillon ou devis « ' || subject || ' » n’est pas une vente ; il est gardé et ne compte nulle part', 'brouillons ou devis « ' || subject || ' » ne sont pas des ventes ; ils sont gardés et ne comptent nulle part')
      when 'invoiced' then counted_fr("rows", 'ligne « ' || subject || ' » ne compte pas', 'lignes « ' || subject || ' » ne comptent pas') || ', puisque le même fichier contient les factures'
      else counted_fr("rows", 'avoir', 'avoirs') || case when subject <> '' then ' « ' || subject || ' »' else '' end || case when "rows" < 2 then ' est déduit' else ' sont déduits' end end
  from orders_by_status where counts_as <> 'sale'),
cancelled as (
  select 21, o._file, 'cancelled_at', count(*),
    counted_en(count(*), 'order bears a day of cancellation; it is no sale', 'orders bear a day of cancellation; they are no sales'),
    counted_fr(count(*), 'commande porte une date d’annulation ; ce n’est pas une vente', 'commandes portent une date d’annulation ; ce ne sont pas des ventes')
  from staging.orders as o cross join core.run as r where o.cancelled_at <= r.as_of group by o._file),
unknown_status as (
  select 22, file, 'unknown', sum("rows")::bigint,
    'orders of a status that we do not know count as sales (' || amount_en(sum(amount)) || ' in all): ' || spelled_en(list(subject order by "rows" desc, subject), list("rows" order by "rows" desc, subject)) || '. If one of them is no sale, leave it out of the export',
    'les commandes d’un statut inconnu comptent comme ventes (' || amount_fr(sum(amount)) || ' en tout) : ' || spelled_fr(list(subject order by "rows" desc, subject), list("rows" order by "rows" desc, subject)) || '. Si l’un d’eux n’est pas une vente, retirez-le de l’export'
  from orders_by_status where counts_as = 'sale' and not is_known group by file),
outcome_word as (
  select _file as file, outcome_in_export as outcome, coalesce(nullif(concat_ws(' / ', stage, status), ''), '–') as word, count(*) as times, count_if(is_lost_by_reason) as by_reason from core.opportunity_outcomes group by all),
outcome as (
  select file, outcome, sum(times)::bigint as times, sum(by_reason)::bigint as by_reason, list(word order by times desc, word) as words, list(times order by times desc, word) as counts from outcome_word group by all),
outcomes as (
  select 30, file, 'outcome', sum(times)::bigint,
    'opportunities are read as ' || string_agg(outcome || ': ' || spelled_en(words, counts), '; ' order by list_position(['won', 'lost', 'open'], outcome)) ||
      case when bool_or(outcome = 'won') then '' else '. No status says that one is won' end || case when bool_or(outcome = 'lost') then '' else '. No status says that one is lost' end ||
      case when sum(by_reason) > 0 then '. No status says that one is lost: those with a reason of loss are' else '' end,
    'les opportunités sont lues comme ' || string_agg(case outcome when 'won' then 'gagnées' when 'lost' then 'perdues' else 'en cours' end || ' : ' || spelled_fr(words, counts), ' ; ' order by list_position(['won', 'lost', 'open'], outcome)) ||
      case when bool_or(outcome = 'won') then '' else '. Aucun statut ne dit qu’une est gagnée' end || case when bool_or(outcome = 'lost') then '' else '. Aucun statut ne dit qu’une est perdue' end ||
      case when sum(by_reason) > 0 then '. Aucun statut ne dit qu’une est perdue : le sont celles qui ont un motif de perte' else '' end
  from outcome group by file),
repeated_amounts as (
  select 23, _file, 'repeated_amounts', orders,
    'each line bears its order’s whole amount (so in ' || count_en(orders) || ' orders of several lines): it is counted once an order',
    'chaque ligne porte le montant de toute sa commande (ainsi dans ' || count_fr(orders) || ' commandes de plusieurs lignes) : il compte une fois par commande'
  from core.repeated_totals),
headed_amounts as (
  select 24, _file, 'headed_amounts', count(*),
    'of an order of several lines one bears the order’s whole amount (so in ' || counted_en(count(*), 'order', 'orders') || '): it counts once, shared out among the lines by price and quantity',
    'parmi les lignes d’une commande, une seule porte le montant de la commande (ainsi pour ' || counted_fr(count(*), 'commande', 'commandes') || ') : il compte une fois, réparti sur les lignes selon prix et quantité'
  from core.headed_orders group by _file),
months_across as (
  select 27, c.file, 'months_across', count(*),
    'months stand side by side: each of the ' || count_en(count(*)) || ' amounts counts as one order on the first of its month, so that baskets and rhythms are those of months; empty cells, zeros and totals make none',
    'les mois sont côte à côte : chacun des ' || count_fr(count(*)) || ' montants compte comme une commande du premier du mois, paniers et rythmes sont donc ceux de mois ; cellules vides, zéros et totaux n’en font pas'
  from staging.columns as c join staging.orders as o on o._file = c.file
  where c.header = 'month_across' and c.table_name = 'orders' group by c.file),
amounts_with_tax as (
  select case when t.header is null then 28 else 29 end, c.file, 'tax', 1::bigint,
    case when t.header is null then 'amounts are with tax (“' || c.header || '”), and so are revenue, baskets and shares. An export with amounts before tax, or with the tax in a column of its own, gives them without'
      else 'the tax (“' || t.header || '”) is taken off each amount (“' || c.header || '”): sales count without it' end,
    case when t.header is null then 'les montants sont TTC (« ' || c.header || ' ») : le CA, les paniers et les parts le sont aussi. Un export de montants hors taxes, ou avec la taxe dans une colonne à part, les donne hors taxes'
      else 'la taxe (« ' || t.header || ' ») est ôtée de chaque montant (« ' || c.header || ' ») : les ventes comptent hors taxes' end
  from staging.columns as c
  left join staging.columns as t on t.file = c.file and t.column_name = 'tax'
  where c.column_name = 'amount' and c.table_name in ('orders', 'order_lines') and (t.header is not null or says_with_tax(c.header))),
open_days as (
  select 5, file, 'day_order', count(*),
    'dates of ' || string_agg('“' || header || '”', ', ' order by header) || ' would read both ways: ' || any_value(format) || ' is taken, ' ||
      case any_value(day_order) when 'folder' then 'as in the other files' else 'which nothing in these exports confirms' end ||
      '. To read them otherwise, write “dates: ' || case when starts_with(any_value(format), 'dd') then 'month_first' else 'day_first' end || '” for this file in analytics.yml',
    'les dates de ' || string_agg('« ' || header || ' »', ', ' order by header) || ' se liraient dans les deux sens : ' || any_value(format) || ' est retenu, ' ||
      case any_value(day_order) when 'folder' then 'comme dans les autres fichiers' else 'ce que rien dans ces exports ne confirme' end ||
      '. Pour les lire autrement, écrivez « dates: ' || case when starts_with(any_value(format), 'dd') then 'month_first' else 'day_first' end || ' » pour ce fichier dans analytics.yml'
  from staging.columns where day_order is not null group by file),
order_side as (
  select t.*, coalesce(a.documents, 0) as documents, coalesce(a.amount, 0) as amount,
    (select string_agg(_file, ', ' order by _file) from core.order_files where (says is not distinct from 'invoice') = (coalesce(t.aside, 'orders') = 'invoices') and says is distinct from 'credit') as files
  from core.order_twins as t
  left join (select count(*) as documents, sum(d.amount) as amount from core.order_documents as d join core.order_twins as w on w.aside = d.side
             where d.document_id in (select document_id from core.orders_aside)) as a on true),
twins as (
  select 40, files, 'twins', documents,
    case
      when aside is null and is_told then 'orders and invoices both count, as analytics.yml says'
      when aside is null then 'orders and invoices are both counted: they do not look like the same sales (' || count_en(met) || ' of ' || count_en(comparable) || ' have the same customer and amount). If they are, write “sales_from: invoices” in analytics.yml'
      else count_en(documents) || case aside when 'orders' then ' orders' else ' invoices' end || ' (' || amount_en(amount) || ') from ' || aside_from || ' to ' || aside_to || ' are set aside: the ' ||
        case aside when 'orders' then 'invoices' else 'orders' end || ' are the same sales and stand for them (' ||
        case when named * 2 > invoices then count_en(named) || ' of ' || count_en(invoices) || ' invoices name their order' else count_en(met) || ' of ' || count_en(comparable) || ' have the same customer and amount, ' || count_en(alike) || ' of ' || count_en(accounts) || ' customers the same total' end ||
        ')' || case when is_told then ', as analytics.yml says' else '. To count otherwise, write “sales_from: both” or “sales_from: orders” in analytics.yml' end
    end,
    case
      when aside is null and is_told then 'les commandes et les factures comptent toutes, comme le dit analytics.yml'
      when aside is null then 'les commandes et les factures comptent toutes : elles ne semblent pas être les mêmes ventes (' || count_fr(met) || ' sur ' || count_fr(comparable) || ' ont le même client et le même montant). Si ce sont les mêmes, écrivez « sales_from: invoices » dans analytics.yml'
      else count_fr(documents) || case aside when 'orders' then ' commandes' else ' factures' end || ' (' || amount_fr(amount) || ') du ' || strftime(aside_from, '%d/%m/%Y') || ' au ' || strftime(aside_to, '%d/%m/%Y') || ' sont mises de côté : les ' ||
        case aside when 'orders' then 'factures' else 'commandes' end || ' sont les mêmes ventes et comptent à leur place (' ||
        case when named * 2 > invoices then count_fr(named) || ' factures sur ' || count_fr(invoices) || ' nomment leur commande' else count_fr(met) || ' sur ' || count_fr(comparable) || ' ont le même client et le même montant, ' || count_fr(alike) || ' clients sur ' || count_fr(accounts) || ' le même total' end ||
        ')' || case when is_told then ', comme le dit analytics.yml' else '. Pour compter autrement, écrivez « sales_from: both » ou « sales_from: orders » dans analytics.yml' end
    end
  from order_side),
shops as (
  select 41, file, 'shop', shared,
    count_en(others) || ' of ' || count_en(shared) || ' order numbers that ' || like_file || ' has too are of other customers and days: they are two shops, and both count; numbers of this one bear “' || trim(suffix) || '”',
    count_fr(others) || ' numéros de commande sur ' || count_fr(shared) || ' que porte aussi ' || like_file || ' sont d’autres clients et d’autres jours : ce sont deux boutiques, et les deux comptent ; les numéros de celle-ci portent « ' || trim(suffix) || ' »'
  from staging.order_shops),
copies as (
  select 42, _file, 'copies', count(*),
    count_en(count(*)) || ' of ' || count_en(any_value(documents)) || ' orders (' || amount_en(sum(amount)) || ') have the customer, day and amount of one in ' || stands_in || ' under another number: they are the same sales and count once',
    count_fr(count(*)) || ' commandes sur ' || count_fr(any_value(documents)) || ' (' || amount_fr(sum(amount)) || ') ont le client, le jour et le montant d’une commande de ' || stands_in || ' sous un autre numéro : ce sont les mêmes ventes, elles comptent une fois'
  from core.order_copies group by _file, stands_in),
persons as (
  select 50, a._file, 'unique_id', count(*),
    'customers are counted by the id that stays theirs: ' || count_en(count(distinct coalesce(a.id, a.name))) || ' ids are ' || count_en(count(distinct a.unique_id)) || ' customers',
    'les clients sont comptés par l’identifiant qui leur reste : ' || count_fr(count(distinct coalesce(a.id, a.name))) || ' identifiants font ' || count_fr(count(distinct a.unique_id)) || ' clients'
  from staging.accounts as a where a.unique_id is not null group by a._file having count(distinct a.unique_id) < count(distinct coalesce(a.id, a.name))),
by_order as (
  select 60, file, 'by_order', count(*),
    counted_en(count(*), 'row names an order and no customer; it counts for', 'rows name an order and no customer; they count for') || ' the order’s customer' || case when count(account_id) < count(*) then ' (' || counted_en(count(*) - count(account_id), 'names', 'name') || ' an order that is in no file)' else '' end,
    counted_fr(count(*), 'ligne nomme une commande et pas de client ; elle compte pour', 'lignes nomment une commande et pas de client ; elles comptent pour') || ' le client de la commande' || case when count(account_id) < count(*) then ' (' || counted_fr(count(*) - count(account_id), 'nomme', 'nomment') || ' une commande absente des fichiers)' else '' end
  from (
    select s._file as file, o.account_id from staging.surveys as s left join core.order_accounts as o on o.order_id = s.order_id where s.order_id is not null and coalesce(s.account_id, s.account_name) is null
    union all
    select c._file, o.account_id from staging.complaints as c left join core.order_accounts as o on o.order_id = c.order_id where c.order_id is not null and coalesce(c.account_id, c.account_name) is null)
  group by file),
early_stage as (
  select _file as file, coalesce(stage, status) as stage, count(*) as times, sum(amount) as amount
  from core.opportunities where outcome = 'open' and not is_qualified and exists (from core.targets) group by all),
early_stages as (
  select 33, file, 'early_stages', sum(times)::bigint,
    'open opportunities at a stage before qualification (' || spelled_en(list(stage order by times desc, stage), list(times order by times desc, stage)) || ') are left out of pipeline coverage' || coalesce(': ' || amount_en(sum(amount)), '') ||
      case when exists (from staging.early_stages where is_own) then ', as analytics.yml says' else '. To count otherwise, write “settings: unqualified_stages: […]” in analytics.yml' end,
    'les opportunités en cours à une étape d’avant la qualification (' || spelled_fr(list(stage order by times desc, stage), list(times order by times desc, stage)) || ') n’entrent pas dans la couverture du pipe' || coalesce(' : ' || amount_fr(sum(amount)), '') ||
      case when exists (from staging.early_stages where is_own) then ', comme le dit analytics.yml' else '. Pour compter autrement, écrivez « settings: unqualified_stages: […] » dans analytics.yml' end
  from early_stage group by file),
no_stages as (
  select 34, _file, 'no_stages', count(*),
    'no open opportunity bears a stage: all of them count as qualified in pipeline coverage', 'aucune opportunité en cours ne porte d’étape : toutes comptent comme qualifiées dans la couverture du pipe'
  from core.opportunities where outcome = 'open' and exists (from core.targets) group by _file having count(is_qualified) = 0),
stages_not_there as (
  select 35, 'analytics.yml', 'unqualified_stages ' || e.stage, 0::bigint,
    'no opportunity is at the stage “' || e.stage || '”, which unqualified_stages names', 'aucune opportunité n’est à l’étape « ' || e.stage || ' », que nomme unqualified_stages'
  from staging.early_stages as e
  where e.is_own and not exists (from core.stage_outcomes as s where name_key(coalesce(s.stage, s.status)) = name_key(e.stage))),
undated as (
  select 31, o._file, 'undated', count(*),
    'no opportunity bears a date: all are taken as decided on ' || r.as_of || '. Win rates, amounts and segments can be compared; cycles, trends, customers lost and predictions cannot be told',
    'aucune opportunité ne porte de date : toutes sont prises pour décidées le ' || strftime(r.as_of, '%d/%m/%Y') || '. Taux de transformation, montants et segments se comparent ; cycles, tendances, clients perdus et prévisions ne peuvent se dire'
  from core.opportunity_outcomes as o cross join core.run as r where o.is_undated group by all),
ends_unknown as (
  select 36, o._file, 'ends_unknown', count(*),
    'no closed opportunity bears the day it was closed: they count (' || count_en(count(*)) || ') in figures over all the data, and in none by year, quarter or month; cycles cannot be told',
    'aucune opportunité close ne porte sa date de clôture : elles comptent (' || count_fr(count(*)) || ') dans les chiffres sur toutes les données, et dans aucun par an, trimestre ou mois ; les cycles ne peuvent se dire'
  from core.opportunities as o where o.ends_unknown group by o._file),
currency_marks as (
  select _file as file, count(*) as "rows", count(currency) as marked, min(currency) as currency
  from staging.orders where amount is not null group by _file
  union all
  select _file, count(*), count(currency), min(currency) from staging.opportunities where amount is not null group by _file
  union all
  select _file, count(*), count(currency), min(currency) from staging.order_lines where amount is not null group by _file),
currencies as (
  select 70, file, 'currency', marked,
    count_en(marked) || ' of ' || count_en("rows") || ' amounts name a currency (' || currency || '), the others none: all are counted as one currency',
    count_fr(marked) || ' montants sur ' || count_fr("rows") || ' nomment une devise (' || currency || '), les autres aucune : tous sont comptés dans une seule devise'
  from currency_marks where marked > 0 and marked < "rows"),
astray as (
  select f.file, f.day < r.data_from as is_early, sum(f."rows")::bigint as "rows", min(f.day) as first_day, max(f.day) as last_day, r.data_from, r.data_to, r.as_of
  from core.fact_days as f cross join core.run as r where f.day < r.data_from or f.day > greatest(r.data_to, r.as_of) group by all),
slips as (
  select 32, file, case when is_early then 'early' else 'late' end, "rows",
    counted_en("rows", 'row bears', 'rows bear') || ' a day that lies far from all others (' || first_day || case when last_day > first_day then ' to ' || last_day else '' end ||
      '; the others run from ' || data_from || ' to ' || data_to || ') and is taken for a slip: such sales count nowhere. Correct the day in the export' || case when is_early then '' else ', or name the day to count to with --as-of' end,
    counted_fr("rows", 'ligne porte', 'lignes portent') || ' une date très éloignée de toutes les autres (' || strftime(first_day, '%d/%m/%Y') || case when last_day > first_day then ' au ' || strftime(last_day, '%d/%m/%Y') else '' end ||
      ' ; les autres vont du ' || strftime(data_from, '%d/%m/%Y') || ' au ' || strftime(data_to, '%d/%m/%Y') || '), prise pour une faute de frappe : ces ventes ne comptent nulle part. Corrigez la date dans l’export' || case when is_early then '' else ', ou donnez avec --as-of le jour jusqu’auquel compter' end
  from astray),
lined as (
  select l._file as file, d.counted, count(distinct d.order_id) as "rows"
  from core.detailed_orders as d join core.priced_lines as l on l.order_id = d.order_id
  where d.counted <> 'lines' group by all),
shared as (
  select 26, file, counted, "rows",
    counted_en("rows", 'order has', 'orders have') || ' lines that do not add up to the amount: the order’s amount counts, ' ||
      case counted when 'shares' then 'shared out among its lines in proportion' else 'and which products it is of is not known, since the lines tell no proportion' end,
    counted_fr("rows", 'commande a', 'commandes ont') || ' des lignes dont la somme n’est pas le montant : c’est le montant de la commande qui compte, ' ||
      case counted when 'shares' then 'réparti sur ses lignes en proportion' else 'et ses produits restent inconnus, ses lignes ne donnant pas de proportion' end
  from lined),
assumed as (
  from repeated union all from not_sold union all from cancelled union all from unknown_status union all from repeated_amounts union all from headed_amounts union all from months_across union all from open_days union all from amounts_with_tax union all from outcomes union all from early_stages union all from no_stages union all from stages_not_there union all from undated union all from ends_unknown union all from slips union all from twins union all from shared union all from shops union all from copies union all from persons union all from by_order union all from currencies)
select position, file, subject, "rows", file || ': ' || text_en as text_en, file || ' : ' || text_fr as text_fr
from assumed
order by position, file, subject
