/** One customer of a ranking, the greatest amount first; ties go by the customers' own order. */
export interface Ranked { account: number; amount: number; rank: number; soFar: number; inPareto: boolean }

export interface Ranking { customers: Ranked[]; earning: number; total: number }

/**
 * As pipeline/sql/macros/pareto.sql ranks: only amounts above zero are shared out, and a customer is in the set while those before it
 * have not reached 80 %. Amounts are whole numbers, one per account; NaN where an account is not ranked.
 */
export function rank(amounts: Float64Array): Ranking {
  const accounts = Int32Array.from({ length: amounts.length }, (_, account) => account).filter(account => !Number.isNaN(amounts[account]!));
  accounts.sort((a, b) => amounts[b]! - amounts[a]! || a - b);
  let total = 0;
  let earning = 0;
  for (const account of accounts) {
    if (amounts[account]! <= 0) continue;
    total += amounts[account]!;
    earning++;
  }
  let soFar = 0;
  const customers = Array.from(accounts, (account, place) => {
    const amount = amounts[account]!;
    const inPareto = amount > 0 && soFar * 5 < total * 4;
    if (amount > 0) soFar += amount;
    return { account, amount, rank: place + 1, soFar, inPareto };
  });
  return { customers, earning, total };
}

/** What the first fifth of those with an amount above zero hold. */
export function topFifth({ customers, earning }: Ranking): number {
  return customers.reduce((sum, customer) => (customer.amount > 0 && customer.rank * 5 <= earning ? sum + customer.amount : sum), 0);
}

/** Gini's index of the amounts above zero. */
export function gini({ customers, earning, total }: Ranking): number | null {
  if (earning === 0) return null;
  const ranked = customers.reduce((sum, { amount, rank }) => (amount > 0 ? sum + (earning - rank + 1) * amount : sum), 0);
  return (2 * ranked) / (earning * total) - (earning + 1) / earning;
}
