import type { Context } from "../context";
import { periodKey, type Fact } from "../facts";
import type { EffortSegment, Period, Rate } from "../pageData";

/** The chosen period; for the whole, the last twelve months. */
export function periodOf({ facts }: Pick<Context, "facts">): Period {
  const [year] = facts.periods("ttm");
  return facts.selection.period.kind === "all" && year ? year : facts.selection.period;
}

/** The segments' cost and yield under the reader's choices; the yield's interval takes in those of the value and of the cost, both at once, as marts.effort's does. */
export function recomputed({ facts }: Pick<Context, "facts">, dimension: string): EffortSegment[] {
  const [year] = facts.periods("ttm");
  const period = periodOf({ facts });
  const of = (kpi: string, when = period) => new Map((facts.has(kpi) ? facts.of(kpi, dimension, periodKey(when)) : []).map(fact => [fact.segment, fact]));
  const [customers, margin, retention, cac, cycle, winRate, basket] =
    ["customers", "margin", "retention", "cac", "sales_cycle_mean", "win_rate_closed_by_count", "basket_per_order"].map(kpi => of(kpi)) as [Facts, Facts, Facts, Facts, Facts, Facts, Facts];
  const usual = (kpi: string) => (facts.has(kpi) ? facts.base(kpi, dimension, periodKey(period))?.value ?? null : null);
  const [usualRate, usualBasket] = [usual("win_rate_closed_by_count"), usual("basket_per_order")];
  const isPriced = [...cac.values()].some(({ value }) => value !== null);
  const lifetime = year ? of("lifetime_value", year) : new Map<string, Fact>();
  return [...customers].filter(([segment, fact]) => segment !== "(unknown)" && (fact.value ?? 0) > 0).map(([segment, { value }]): EffortSegment => {
    const [cost, worth] = [cac.get(segment), lifetime.get(segment)];
    const count = value!;
    return {
      dimension, segment, rank: 0, customers: count, ...known("newCustomers", isPriced ? cost?.n : undefined),
      ...known("yearlyMargin", per(margin.get(segment)?.value, count)), ...known("retention", retention.get(segment)?.value), ...known("cac", cost?.value), ...known("lifetimeValue", worth?.value),
      ...known("marginPerEuro", per(worth?.value, cost?.value)), ...known("marginPerEuroLow", per(worth?.low, (worth?.low ?? 0) < 0 ? cost?.low : cost?.high)), ...known("marginPerEuroHigh", per(worth?.high, (worth?.high ?? 0) < 0 ? cost?.high : cost?.low)),
      ...known("cycle", cycle.get(segment)?.value), ...known("winRate", rate(winRate.get(segment))), ...known("basket", rate(basket.get(segment))),
      ...known("advice", adviceOf(rate(winRate.get(segment)), usualRate, rate(basket.get(segment)), usualBasket)),
    };
  });
}

/** As marts.effort advises. */
function adviceOf(winRate: Rate | null, usualRate: number | null, basket: Rate | null, usualBasket: number | null): string | null {
  if (winRate?.value === undefined || basket?.value === undefined || usualRate === null || usualBasket === null) return null;
  if (basket.value < usualBasket && winRate.value > usualRate) return "inside sales";
  return basket.value > usualBasket && winRate.value < usualRate ? "campaign" : null;
}

type Facts = Map<string, Fact>;

function per(a: number | null | undefined, b: number | null | undefined): number | null {
  return a === null || a === undefined || !b ? null : a / b;
}

function rate(fact: Fact | undefined): Rate | null {
  if (!fact || fact.value === null) return null;
  return { n: fact.n, value: fact.value, ...(fact.low === null || fact.high === null ? {} : { low: fact.low, high: fact.high }) };
}

function known<K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } {
  return value === null || value === undefined ? {} : { [key]: value } as { [P in K]?: V };
}
