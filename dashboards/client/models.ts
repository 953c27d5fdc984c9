import type { Metric } from "./pageData";

const naive = ["churn_base_rate", "churn_recency", "potential_base_rate", "potential_last_amount"];

/** The naive ones first: what the others have to beat. */
export function modelsOf(rows: Metric[]): string[] {
  const rank = (model: string) => (naive.includes(model) ? naive.indexOf(model) : naive.length);
  return [...new Set(rows.map(row => row.model))].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, "en"));
}
