-- What a customer is expected to bring over three years: a year's margin, kept at the rate of retention, discounted by 10 % a year.
create macro value_over_three_years(yearly_margin, retention) as
  yearly_margin * (1 + retention / 1.1 + retention * retention / 1.21);
