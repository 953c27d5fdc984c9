import { chapter } from "../chapter";
import { rungs, type Rung } from "../charts/rungs";
import type { Context } from "../context";
import { h } from "../dom";
import type { Fact } from "../facts";
import { opening } from "../who";

const steps = ["leads", "opportunities_created", "opportunities_won", "customers_new"] as const;

/** From the lead to the new customer over the last twelve months, with the rates that the cohorts prove. */
export function funnel(context: Context): HTMLElement | null {
  const { facts, locale } = context;
  const period = facts.series("opportunities_created", "ttm")[0]?.period;
  const at = (kpi: string): Fact | undefined => (facts.has(kpi) ? facts.series(kpi, "ttm")[0] : undefined);
  const rows = steps.flatMap(kpi => {
    const fact = at(kpi);
    return fact?.value ? [{ kpi, label: locale.of(facts.kpi(kpi).label), length: fact.value, text: locale.count(fact.value) }] : [];
  });
  if (rows.length < 2 || !period) return null;
  const rates = ["marketing_conversion", "win_rate_cohort", "win_rate_closed_by_count"].flatMap(kpi => {
    const fact = at(kpi);
    return fact?.value == null ? [] : [h("li", {}, h("b", {}, locale.ratio(fact.value)), " ", locale.of(facts.kpi(kpi).label),
      h("small", {}, ` ${fact.low !== null && fact.high !== null ? locale.interval("ratio", fact.low, fact.high) : ""} · ${locale.text("n", locale.count(fact.n))} · ${locale.of(facts.kpi(kpi).formula)}`))];
  });
  const counts = locale.list(rows.map(row => `${row.text} ${locale.midSentence(row.label)}`), "conjunction");
  return chapter("funnel", locale.text("funnelTitleCounts", counts), `${locale.period(period)}. ${locale.text("funnelReads")}`,
    h("div", { class: "card" }, rungs(rows.map((row): Rung => ({ ...row, label: opening(context, row.kpi, row.label) }))), h("ul", { class: "plain rates" }, ...rates)));
}
