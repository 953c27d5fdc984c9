import type { Fact } from "./facts";
import type { Kpi } from "./pageData";

export const enough = 10;
export type Measured = Pick<Fact, "n" | "value" | "low" | "high">;
export type Standing = "better" | "worse" | "same" | "few";

/** Where a segment stands against the whole base, once chance is allowed for. */
export function standing(kpi: Pick<Kpi, "direction">, fact: Measured, base: Pick<Fact, "value"> | undefined): Standing {
  if (fact.n < enough) return "few";
  const reference = base?.value ?? null;
  if (reference === null || fact.low === null || fact.high === null || fact.value === null) return "same";
  if (fact.low <= reference && reference <= fact.high) return "same";
  return fact.value > reference === (kpi.direction !== "down") ? "better" : "worse";
}

/** Segments that are cut by what their customers bought, and when. */
const cutByPurchases = ["rfm", "quadrant"];
const ofPurchases = ["basket_per_order", "basket_per_customer", "attrition", "recurring_rate", "ltv_to_cac", "cac_payback"];

/** Such segments differ on what they are cut by, beyond chance and for no other cause. */
export function isByDefinition(by: string, kpi: string): boolean {
  return cutByPurchases.includes(by) && ofPurchases.includes(kpi);
}

export interface Finding { kpi: Kpi; best: Fact; worst: Fact }

/** A first and a last worth naming: the interval of the one lies wholly above the other's. */
export function finding(kpi: Kpi, facts: Fact[]): Finding | undefined {
  const sure = facts.filter(fact => fact.n >= enough && fact.value !== null && fact.low !== null && fact.high !== null && fact.segment !== "(unknown)");
  if (sure.length < 2) return undefined;
  const ascending = [...sure].sort((a, b) => a.value! - b.value!);
  const [lowest, highest] = [ascending[0]!, ascending.at(-1)!];
  if (highest.low! <= lowest.high!) return undefined;
  return kpi.direction === "down" ? { kpi, best: lowest, worst: highest } : { kpi, best: highest, worst: lowest };
}
