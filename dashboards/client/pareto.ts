import { exportLabel, type Context } from "./context";
import { recurved } from "./curve";
import { h } from "./dom";
import type { Engine } from "./engine/engine";
import type { Selection } from "./engine/filter";
import { topFifth } from "./engine/pareto";
import type { Figure, Localised } from "./pageData";
import { sketch } from "./sketch";
import { dataTable } from "./table";
import { themed } from "./theme";
import { who } from "./who";

interface Plotly { react(target: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<unknown> }
declare global { interface Window { Plotly?: Plotly } }

/** What the page lists and draws: the warehouse's own curve, or the one of what the reader chose. */
interface Shares { customers: number; inSet: number; topFifth: number | null | undefined; rows: Line[]; curve: Localised<Figure> | undefined }
interface Line { account?: number | undefined; name: string; rank?: number | undefined; revenue?: number | undefined; share: number; cumulativeShare?: number | undefined; inPareto: boolean }

export function pareto(context: Context): HTMLElement {
  const { locale } = context;
  const shares = sharesOf(context);
  const known = shares !== undefined && shares.inSet > 0;
  const title = known ? locale.plural("paretoTitle", shares.inSet, locale.count(shares.inSet)) : locale.text("paretoNeutral");
  drawn = shares?.curve;
  return h("section", { id: "pareto", tabindex: -1, "aria-labelledby": "pareto-title" },
    h("h2", { id: "pareto-title" }, title),
    known && h("p", { class: "lead" }, locale.text("paretoLead", locale.ratio(shares.inSet / shares.customers), locale.count(shares.customers), locale.value("ratio", shares.topFifth))),
    shares?.curve
      ? h("div", { class: "beside" },
        h("figure", { class: "chart" },
          h("figcaption", {}, locale.text("paretoY")),
          h("div", { id: "pareto-chart", role: "img", "aria-label": locale.text("paretoAlt") })),
        customers(context, shares))
      : h("p", { class: "empty" }, ...(context.facts.isChosen && context.data.pareto ? [locale.text("noneChosen")] : [locale.text("paretoNone"), " ", locale.text("would", exportLabel(context, "orders"))])));
}

function sharesOf({ data, facts }: Context): Shares | undefined {
  const { engine, selection } = facts;
  if (engine && data.pareto && (facts.isFiltered || selection.period.kind !== "all")) return chosen(engine, selection, data.pareto);
  const set = facts.has("pareto_customers") ? facts.whole("pareto_customers", "all") : undefined;
  const top = facts.has("pareto_top20_share") ? facts.whole("pareto_top20_share", "all") : undefined;
  const rows = data.base.top.map((customer, place) => ({ ...customer, share: (customer.cumulativeShare ?? NaN) - (data.base.top[place - 1]?.cumulativeShare ?? 0) }));
  return { customers: set?.denominator ?? 0, inSet: set?.value ?? 0, topFifth: top?.value, rows, curve: data.pareto };
}

/** Ranked anew by what they bought in the selection. */
function chosen(engine: Engine, selection: Selection, made: Localised<Figure>): Shares {
  const ranking = engine.customers(selection);
  const total = ranking.total || 1;
  let soFar = 0;
  const rows = Array.from(ranking.accounts, (account, place): Line => {
    const amount = ranking.amounts[place]!;
    if (amount > 0) soFar += amount;
    return { account, name: ranking.names.get(account)!, rank: place + 1, revenue: amount / 10_000, share: amount / total, cumulativeShare: soFar / total, inPareto: place < ranking.inPareto };
  });
  const earning = rows.slice(0, ranking.earning);
  return { customers: ranking.earning, inSet: ranking.inPareto, topFifth: ranking.total > 0 ? topFifth(ranking) / ranking.total : null, rows, curve: earning.length > 0 ? recurved(made, earning, ranking.inPareto) : undefined };
}

function customers(context: Context, { rows }: Shares): HTMLElement {
  const { data, facts, locale } = context;
  const { customers: total, top } = data.base;
  return h("div", {},
    rows.length === top.length && total > top.length && !facts.isFiltered && h("p", { class: "rule" }, locale.text("customersShown", locale.count(top.length), locale.count(total))),
    dataTable<Line>({
      locale, rows, search: true, caption: locale.text("customers"), file: "customers.csv",
      columns: [
        { label: locale.text("rank"), value: row => row.rank },
        { label: locale.text("customer"), value: row => row.name, show: row => who(context, row) },
        { label: locale.text("revenue"), value: row => row.revenue, show: row => locale.value("amount", row.revenue) },
        { label: locale.text("share"), value: row => row.share, show: row => (Number.isFinite(row.share) ? locale.ratio(row.share) : null) },
        { label: locale.text("cumulative"), value: row => row.cumulativeShare, show: row => locale.value("ratio", row.cumulativeShare) },
        { label: locale.text("set"), value: row => locale.text(row.inPareto ? "inSet" : "beyondSet"), show: row => h("span", { class: row.inPareto ? "in-set" : "beyond-set" }, locale.text(row.inPareto ? "inSet" : "beyondSet")) },
      ],
    }));
}

/** The figure that the part shows at the moment. */
let drawn: Localised<Figure> | undefined;

/** Draws the chart where its page is drawn: by hand until Plotly has been started. */
export function drawPareto(language: "en" | "fr"): void {
  const figure = drawn;
  const target = document.getElementById("pareto-chart");
  if (!target || !figure) return;
  if (!window.Plotly) return target.replaceChildren(sketch(figure[language]));
  target.querySelector(".sketch")?.remove();
  const { data, layout, config } = themed(figure[language]);
  // Paper has its own width, which no resize announces: there the chart takes the style sheet's size.
  const size = matchMedia("print").matches ? { width: target.clientWidth, height: target.clientHeight } : { autosize: true };
  void window.Plotly.react(target, data, { ...layout, ...size }, config);
}
