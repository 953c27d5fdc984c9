import { enough } from "../noise";
import type { EffortSegment } from "../pageData";

export const criteria = ["marginPerEuro", "cycle", "winRate", "basket", "retention"] as const;
export type Criterion = typeof criteria[number];
export type Weights = Record<Criterion, number>;

/** With margin per euro alone, the score's order is the mart's, of segments with enough customers. */
export const usual: Weights = { marginPerEuro: 100, cycle: 0, winRate: 0, basket: 0, retention: 0 };

/** As an address holds them, in the order of the criteria; the usual ones are not written. */
export function written(weights: Weights): string {
  const each = (of: Weights) => criteria.map(criterion => of[criterion]).join("-");
  return each(weights) === each(usual) ? "" : each(weights);
}

/** Those that an address holds; the usual ones where it was made up. */
export function weightsIn(text: string): Weights {
  const numbers = text.split("-").map(Number);
  const areWeights = numbers.length === criteria.length && numbers.every(number => number >= 0 && number <= 100);
  return areWeights ? Object.fromEntries(criteria.map((criterion, place) => [criterion, numbers[place]!])) as Weights : usual;
}

/** The shorter, the better. */
const lower: Criterion[] = ["cycle"];

export interface Scored { segment: EffortSegment; score: number | null }

export function valueOf(segment: EffortSegment, criterion: Criterion): number | null {
  switch (criterion) {
    case "winRate": return segment.winRate?.value ?? null;
    case "basket": return segment.basket?.value ?? null;
    default: return segment[criterion] ?? null;
  }
}

/** Each measure from 0 for the worst segment to 100 for the best, then their mean by the weights; equal scores keep the mart's order. Segments of few customers come last, and move no scale. */
export function ranked(segments: EffortSegment[], weights: Weights): Scored[] {
  const weighed = criteria.filter(criterion => weights[criterion] > 0);
  const sure = segments.filter(segment => !isSmall(segment));
  const scales = weighed.map(criterion => scaleOf(sure.length > 0 ? sure : segments, criterion));
  const total = weighed.reduce((sum, criterion) => sum + weights[criterion], 0);
  const scored = segments.map(segment => {
    const parts = weighed.map((criterion, place) => weights[criterion] * scales[place]!(segment));
    const known = weighed.some(criterion => valueOf(segment, criterion) !== null);
    return { segment, score: known && total > 0 ? parts.reduce((sum, part) => sum + part, 0) / total : null };
  });
  return scored.sort((a, b) => Number(isSmall(a.segment)) - Number(isSmall(b.segment)) || (b.score ?? -1) - (a.score ?? -1) || a.segment.rank - b.segment.rank);
}

/** Of few customers, or of few whom the cost of winning one is known by. */
export function isSmall({ customers, newCustomers }: EffortSegment): boolean {
  return Math.min(customers, newCustomers ?? customers) < enough;
}

/** Without a value a segment gets nothing for that measure. */
function scaleOf(segments: EffortSegment[], criterion: Criterion): (segment: EffortSegment) => number {
  const values = segments.map(segment => valueOf(segment, criterion)).filter(value => value !== null);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return segment => {
    const value = valueOf(segment, criterion);
    if (value === null) return 0;
    const share = most > least ? Math.min(1, Math.max(0, (value - least) / (most - least))) : 1;
    return 100 * (lower.includes(criterion) && most > least ? 1 - share : share);
  };
}
