-- The chance that a customer who orders at random moments stays silent for so many days, having shown so many gaps in so many days:
-- its unknown rate integrated out (Lomax law; Geisser 1993, Predictive Inference, section 3.2).
create macro silence_chance(gaps, gap_days, silent) as
  pow(1 + silent / gap_days::double, -gaps);

-- The silence whose chance is 5 in 100.
create macro silence_limit(gaps, gap_days) as
  round(gap_days * (pow(20, 1.0 / gaps) - 1), 2);
