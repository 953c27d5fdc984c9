import { asTable, chapter } from "../chapter";
import { lineCharts, shareTicks } from "../charts/lines";
import type { Context } from "../context";
import { h } from "../dom";
import type { Fact } from "../facts";
import { dataTable } from "../table";

/** Attrition quarter by quarter, and how far it depends on the silence that counts as a loss. */
export function attrition(context: Context): HTMLElement | null {
  const { facts, locale } = context;
  if (!facts.has("attrition")) return null;
  const quarters = facts.series("attrition", "quarter").filter(fact => fact.value !== null && fact.n > 0);
  const year = facts.series("attrition", "ttm").find(fact => fact.value !== null);
  if (quarters.length < 2) return null;
  const title = year ? locale.text("attritionTitle", locale.ratio(year.value!), locale.count(year.n)) : locale.text("attritionNeutral");
  const highest = Math.max(...quarters.map(fact => fact.high ?? fact.value!));
  return chapter("attrition", title, sensitivity(context),
    h("div", { class: "card" }, lineCharts({
      label: locale.text("attritionByQuarter"),
      series: [{ name: locale.text("attritionByQuarter"), points: quarters.map((fact, x) => ({ x, y: fact.value!, low: fact.low ?? undefined, high: fact.high ?? undefined })) }],
      xTicks: quarters.flatMap((fact, at) => (at % Math.ceil(quarters.length / 6) === 0 ? [{ at, text: locale.period(fact.period) }] : [])),
      yTicks: shareTicks(highest, share => locale.wholeRatio(share)),
    })),
    asTable(context, () => table(context, quarters)));
}

/** The other silences were tried on the whole base alone. */
function sensitivity({ data, facts, locale }: Context): string {
  const shares = data.keep.sensitivity.filter(row => row.value !== undefined);
  const rule = locale.text("attritionRule");
  if (shares.length < 2 || facts.isChosen) return rule;
  const at = (factor: number) => shares.find(row => row.factor === factor);
  const [half, twice] = [at(0.5), at(2)];
  return half === undefined || twice === undefined ? rule : `${rule} ${locale.text("attritionSensitivity", locale.ratio(half.value!), locale.count(half.atStart), locale.ratio(twice.value!), locale.count(twice.atStart))}`;
}

function table({ locale }: Context, quarters: Fact[]): HTMLElement {
  return dataTable<Fact>({
    locale, rows: quarters, caption: locale.text("attritionByQuarter"), file: "attrition.csv",
    columns: [
      { label: locale.text("period"), value: row => locale.period(row.period) },
      { label: locale.text("value"), value: row => row.value, show: row => locale.value("ratio", row.value) },
      { label: locale.text("low"), value: row => row.low, show: row => locale.value("ratio", row.low) },
      { label: locale.text("high"), value: row => row.high, show: row => locale.value("ratio", row.high) },
      { label: locale.text("lostCustomers"), value: row => row.numerator },
      { label: locale.text("activeAtStart"), value: row => row.denominator },
    ],
  });
}
