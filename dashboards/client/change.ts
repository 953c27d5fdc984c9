import type { Context } from "./context";
import { countInterval } from "./engine/intervals";
import { periodKey, type Fact } from "./facts";
import type { Locale } from "./locale";
import { enough } from "./noise";
import type { Day, Kpi, Period } from "./pageData";

export interface Change {
  difference: number;
  /** Of the earlier figure; none where that was not above zero. */
  relative: number | null;
  /** Better or worse where the two intervals do not meet; unknown where the figure has none. */
  standing: "better" | "worse" | "neither" | "same" | "unknown";
  overTwelveMonths: boolean;
}

/** A figure against the same days a year before; the whole has none, its last twelve months stand against the twelve before. */
export function changeOf({ data, facts }: Context, kpi: Kpi, shown: Fact): Change | null {
  const { engine } = facts;
  if (!engine?.has(kpi.name) || shown.period.kind === "horizon") return null;
  const overTwelveMonths = shown.period.kind === "all";
  const [year] = facts.periods("ttm");
  const period = overTwelveMonths ? year : shown.period;
  if (!period?.start || !period.end) return null;
  const dayAfter = moved(data.run.asOf, 1);
  const end = period.end < dayAfter ? period.end : dayAfter;
  const before: Period = { kind: "days", start: yearBefore(period.start), end: yearBefore(end) };
  if (before.start! < (data.run.dataFrom ?? "")) return null;
  const now = overTwelveMonths ? facts.whole(kpi.name, periodKey(period)) : shown;
  const then = facts.whole(kpi.name, periodKey(before));
  if (!now || !then || now.value === null || then.value === null || now.period.kind === "all" || then.period.kind === "all" || then.n === 0) return null;
  return { difference: now.value - then.value, relative: then.value > 0 ? now.value / then.value - 1 : null, standing: standingOf(kpi, now, then), overTwelveMonths };
}

function standingOf(kpi: Kpi, now: Fact, then: Fact): Change["standing"] {
  const [a, b] = [intervalOf(kpi, now), intervalOf(kpi, then)];
  if (!a || !b) return "unknown";
  if (now.n < enough || then.n < enough || (a[0] <= b[1] && b[0] <= a[1])) return "same";
  if (kpi.direction === "none") return "neither";
  return now.value! > then.value! === (kpi.direction === "up") ? "better" : "worse";
}

/** A count's is that of events that come at random, as in marts.comparisons. */
function intervalOf({ kind }: Kpi, { value, low, high }: Fact): readonly [number, number] | null {
  if (low !== null && high !== null) return [low, high];
  return kind === "count" && value !== null ? countInterval(value, 1) : null;
}

/** In points, in percent of the earlier figure, or as it is where that was nothing. */
export function changeText(locale: Locale, { unit }: Kpi, { difference, relative }: Change): string {
  if (unit === "ratio") return locale.pointsExactly(difference);
  return relative === null ? locale.signed(unit, difference) : locale.signed("ratio", relative);
}

function yearBefore(day: Day): Day {
  const [year, rest] = [Number(day.slice(0, 4)) - 1, day.slice(4)];
  return `${year}${rest === "-02-29" ? "-02-28" : rest}`;
}

function moved(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
