import { exportLabel, type Context } from "./context";
import { h, named } from "./dom";
import type { Customer, Figure, Localised } from "./pageData";
import { dataTable } from "./table";
import { themed } from "./theme";

interface Plotly { react(target: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<unknown> }
declare global { interface Window { Plotly?: Plotly } }

export function pareto(context: Context): HTMLElement {
  const { data, facts, locale } = context;
  const set = facts.has("pareto_customers") ? facts.whole("pareto_customers", "all") : undefined;
  const top = facts.has("pareto_top20_share") ? facts.whole("pareto_top20_share", "all") : undefined;
  const known = set !== undefined && set.value !== null && set.denominator !== null && set.denominator > 0;
  const title = known ? locale.plural("paretoTitle", set.value!, locale.count(set.value!)) : locale.text("paretoNeutral");
  return h("section", { id: "pareto", tabindex: -1, "aria-labelledby": "pareto-title" },
    h("h2", { id: "pareto-title" }, title),
    known && h("p", { class: "lead" }, locale.text("paretoLead", locale.ratio(set.value! / set.denominator!), locale.count(set.denominator!), locale.value("ratio", top?.value))),
    data.pareto
      ? h("div", { class: "beside" },
        h("figure", { class: "chart" },
          h("figcaption", {}, locale.text("paretoY")),
          h("div", { id: "pareto-chart", role: "img", "aria-label": locale.text("paretoAlt") })),
        customers(context))
      : h("p", { class: "empty" }, locale.text("paretoNone"), " ", locale.text("would", exportLabel(context, "orders"))));
}

function customers({ data, locale }: Context): HTMLElement {
  const { customers: total, top } = data.base;
  const share = (customer: Customer, place: number) => (customer.cumulativeShare ?? NaN) - (top[place - 1]?.cumulativeShare ?? 0);
  const rows = top.map((customer, place) => ({ ...customer, share: share(customer, place) }));
  return h("div", {},
    total > top.length && h("p", { class: "rule" }, locale.text("customersShown", locale.count(top.length), locale.count(total))),
    dataTable({
      locale, rows, search: true, caption: locale.text("customers"), file: "customers.csv",
      columns: [
        { label: locale.text("rank"), value: row => row.rank },
        { label: locale.text("customer"), value: row => row.name, show: row => named(row.name) },
        { label: locale.text("revenue"), value: row => row.revenue, show: row => locale.value("amount", row.revenue) },
        { label: locale.text("share"), value: row => row.share, show: row => (Number.isFinite(row.share) ? locale.ratio(row.share) : null) },
        { label: locale.text("cumulative"), value: row => row.cumulativeShare, show: row => locale.value("ratio", row.cumulativeShare) },
        { label: locale.text("set"), value: row => locale.text(row.inPareto ? "inSet" : "beyondSet"), show: row => h("span", { class: row.inPareto ? "in-set" : "beyond-set" }, locale.text(row.inPareto ? "inSet" : "beyondSet")) },
      ],
    }));
}

/** Draws the chart where Plotly has been started and its page is drawn. */
export function drawPareto(figure: Localised<Figure> | undefined, language: "en" | "fr"): void {
  const target = document.getElementById("pareto-chart");
  if (!target || !figure || !window.Plotly) return;
  const { data, layout, config } = themed(figure[language]);
  // Paper has its own width, which no resize announces: there the chart takes the style sheet's size.
  const size = matchMedia("print").matches ? { width: target.clientWidth, height: target.clientHeight } : { autosize: true };
  void window.Plotly.react(target, data, { ...layout, ...size }, config);
}
