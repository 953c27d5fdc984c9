import type { SalesMonth } from "../pageData";

/** Student's t at 97.5 % for 1 to 11 degrees of freedom. */
const student = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201];
const fewest = 6;

export interface Gap {
  revenue: number;
  target: number | null;
  /** Revenue over target. */
  reached: number | null;
  /** Above or below target by more than the months' own swings explain. */
  side: "above" | "below" | "even";
}

/** Revenue against target: off by more than chance where the mean monthly gap's 95 % interval leaves zero out. */
export function gapOf(months: SalesMonth[]): Gap {
  const revenue = sum(months.map(month => month.revenue));
  const aimed = months.filter(month => month.target !== undefined);
  const target = sum(aimed.map(month => month.target!));
  if (aimed.length < months.length || target <= 0) return { revenue, target: null, reached: null, side: "even" };
  return { revenue, target, reached: revenue / target, side: sideOf(months.map(month => month.revenue - month.target!)) };
}

function sideOf(gaps: number[]): Gap["side"] {
  if (gaps.length < fewest) return "even";
  const mean = sum(gaps) / gaps.length;
  const deviation = Math.sqrt(sum(gaps.map(gap => (gap - mean) ** 2)) / (gaps.length - 1));
  const reach = (student[gaps.length - 2]! * deviation) / Math.sqrt(gaps.length);
  return mean - reach > 0 ? "above" : mean + reach < 0 ? "below" : "even";
}

export function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
