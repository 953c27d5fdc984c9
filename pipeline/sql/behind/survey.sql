-- label_en: answers to satisfaction surveys, out of ten
-- label_fr: réponses aux enquêtes de satisfaction, sur dix
select g.dimension, g.segment, f.answered_at as day, f.survey_id as id, coalesce(a.name, f.account_id) as account, f.score, (f.score >= 9)::int - (f.score <= 6)::int as promotes, f.verbatim
from core.surveys as f
join core.account_segments as g on g.id = coalesce(f.account_id, '(none)')
left join core.accounts as a on a.account_id = f.account_id
