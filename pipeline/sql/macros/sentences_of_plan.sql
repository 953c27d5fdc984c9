-- Why a thing is in the plan of actions, and what to do about it.
create macro plan_reason_en(kind, day, as_of, usual_days, times, subject) as
  case kind
    when 'contract_ending' then 'Its contract ends on ' || day_en(day) || ', in ' || counted_en(day - as_of, 'day', 'days') || ', and no other follows it'
    when 'deal_stalled' then 'The deal “' || subject || '” has been open for ' || counted_en(as_of - day, 'day', 'days') || '; nine in ten deals won were signed within ' || count_en(usual_days)
    when 'complaint_open' then 'One of the customers that make 80% of revenue; complaint of ' || day_en(day) || coalesce(' (' || subject || ')', '') || ' still open' || case when as_of > day then ' after ' || counted_en(as_of - day, 'day', 'days') else '' end || case when times > 1 then ', ' || count_en(times) || ' open in all' else '' end
    when 'drop_off' then 'Silent for ' || counted_en(as_of - day, 'day', 'days') || ', its usual gap is ' || count_en(round(usual_days))
    when 'quote_unanswered' then 'Quote of ' || day_en(day) || ': no order and no decision for ' || counted_en(as_of - day, 'day', 'days')
    when 'target_without_measure' then 'Target of ' || subject || ': no sale measures it'
    else 'Target of ' || subject || ': no activity is logged in its months'
  end;

create macro plan_reason_fr(kind, day, as_of, usual_days, times, subject) as
  case kind
    when 'contract_ending' then 'Son contrat se termine le ' || day_fr(day) || ', dans ' || counted_fr(day - as_of, 'jour', 'jours') || ', et aucun autre ne suit'
    when 'deal_stalled' then 'L’affaire « ' || subject || ' » est ouverte depuis ' || counted_fr(as_of - day, 'jour', 'jours') || ' ; neuf affaires gagnées sur dix ont été signées en ' || count_fr(usual_days) || ' au plus'
    when 'complaint_open' then 'Un des clients qui font 80 % du CA ; réclamation du ' || day_fr(day) || coalesce(' (' || subject || ')', '') || ' toujours ouverte' || case when as_of > day then ' après ' || counted_fr(as_of - day, 'jour', 'jours') else '' end || case when times > 1 then ', ' || count_fr(times) || ' ouvertes en tout' else '' end
    when 'drop_off' then 'Silence de ' || counted_fr(as_of - day, 'jour', 'jours') || ', rythme habituel de ' || count_fr(round(usual_days))
    when 'quote_unanswered' then 'Devis du ' || day_fr(day) || ' : ni commande ni décision depuis ' || counted_fr(as_of - day, 'jour', 'jours')
    when 'target_without_measure' then 'Objectif de ' || subject || ' : aucune vente ne le mesure'
    else 'Objectif de ' || subject || ' : aucune activité saisie durant ses mois'
  end;

create macro plan_step_en(kind) as
  case kind
    when 'contract_ending' then 'Propose the renewal'
    when 'deal_stalled' then 'Agree on the next step with the customer, or close the deal as lost'
    when 'complaint_open' then 'Answer the complaint and tell the customer when it is settled'
    when 'drop_off' then 'Call and ask what has changed'
    when 'quote_unanswered' then 'Call for an answer, or note the refusal'
    when 'target_without_measure' then 'Name the figure that measures the target, or drop it'
    else 'Say who works on the target, or drop it'
  end;

create macro plan_step_fr(kind) as
  case kind
    when 'contract_ending' then 'Proposer le renouvellement'
    when 'deal_stalled' then 'Convenir de la prochaine étape avec le client, ou clore l’affaire en perdue'
    when 'complaint_open' then 'Répondre à la réclamation et dire au client quand elle sera réglée'
    when 'drop_off' then 'Appeler et demander ce qui a changé'
    when 'quote_unanswered' then 'Relancer pour une réponse, ou noter le refus'
    when 'target_without_measure' then 'Dire quel chiffre mesure l’objectif, ou l’abandonner'
    else 'Dire qui travaille à l’objectif, ou l’abandonner'
  end;
