import { chapter } from "./chapter";
import { exportLabels, type Context } from "./context";
import { h } from "./dom";
import type { Kpi } from "./pageData";
import { dataTable } from "./table";

/** Every figure of the catalogue, those of the first pages first: how it is computed, what is left out, and what it lacks here. */
export function definitions(context: Context): HTMLElement {
  const { data, facts, locale } = context;
  const shown = new Set<string | undefined>([...data.tiles.flatMap(tile => [tile.kpi, tile.beside]), ...data.segmentKpis]);
  const isShown = (kpi: Kpi) => shown.has(kpi.name);
  return chapter("definitions", locale.text("definitionsTitle", locale.count(data.kpis.length)), locale.text("definitionsReads"), dataTable<Kpi>({
    locale, rows: [...data.kpis.filter(isShown), ...data.kpis.filter(kpi => !isShown(kpi))], search: true, caption: locale.text("definitions"), file: "definitions.csv",
    columns: [
      { label: locale.text("definitionsName"), value: kpi => locale.of(kpi.label), show: kpi => h("b", {}, locale.of(kpi.label)) },
      { label: locale.text("formula"), value: kpi => locale.of(kpi.formula), onPhone: "line" },
      { label: locale.text("excluded"), value: kpi => locale.of(kpi.excluded), onPhone: "line" },
      { label: locale.text("definitionsFollows"), value: kpi => follows(context, kpi) },
      { label: locale.text("definitionsCode"), value: kpi => kpi.name, show: kpi => h("code", {}, kpi.name), onPhone: "line" },
    ],
  }));

  function follows({ locale }: Context, kpi: Kpi): string {
    if (kpi.missing.length > 0) return locale.text("would", exportLabels(context, kpi.missing));
    return locale.text(facts.engine?.has(kpi.name) ? "yes" : "no");
  }
}
