import { exportLabel, selectionKey, type Context } from "./context";
import { recurved } from "./curve";
import { CurveWalk, type Walked } from "./curveWalk";
import { h, write } from "./dom";
import type { Engine } from "./engine/engine";
import type { Selection } from "./engine/filter";
import { topFifth } from "./engine/pareto";
import type { Locale } from "./locale";
import type { Figure, Language, Localised } from "./pageData";
import type { Live } from "./pages";
import { sketch } from "./sketch";
import { dataTable } from "./table";
import { themed } from "./theme";
import { who } from "./who";

interface Plotly { react(target: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<unknown> }
interface Plotted extends HTMLElement { on?(event: "plotly_click", take: (clicked: { points: { x: number }[] }) => void): void }
declare global { interface Window { Plotly?: Plotly } }

/** What the page lists and draws: the warehouse's own curve, or the one of what the reader chose. */
interface Shares { customers: number; inSet: number; topFifth: number | null | undefined; listed: number; line(place: number): Line; curve: Figure | undefined; accounts?: ArrayLike<number> }
interface Line { account?: number | undefined; name: string; rank?: number | undefined; revenue?: number | undefined; share: number; cumulativeShare?: number | undefined; inPareto: boolean }

/** Its chart stays from one choice to the next: Plotly moves a curve at half the cost of drawing it. */
export function pareto(context: Context): Live {
  const { locale } = context;
  const [title, lead, empty, list] = [h("h2", { id: "pareto-title" }), h("p", { class: "lead" }), h("p", { class: "empty" }), h("div", {})];
  const chart = h("div", { id: "pareto-chart", role: "img", "aria-label": locale.text("paretoAlt") });
  const keyboard = walk = new CurveWalk(chart, locale, drawPareto);
  const beside = h("div", { class: "beside" },
    h("figure", { class: "chart" }, h("figcaption", {}, locale.text("paretoY")), chart, keyboard.said, keyboard.hint),
    list);
  const section = h("section", { id: "pareto", tabindex: -1, "aria-labelledby": "pareto-title" }, title, lead, beside, empty);
  let key: string | undefined;

  function draw(now: Context): void {
    if (key === (key = selectionKey(now))) return;
    const shares = sharesOf(now);
    const known = shares !== undefined && shares.inSet > 0;
    write(title, known ? locale.plural("paretoTitle", shares.inSet, locale.count(shares.inSet)) : locale.text("paretoNeutral"));
    write(lead, known ? leadOf(locale, shares) : "");
    drawn = shares?.curve;
    const walked = drawn && walkedOf(now, drawn, shares!);
    openRank = walked?.open ?? (() => {});
    keyboard.along(walked);
    [lead.hidden, beside.hidden, empty.hidden] = [!known, !drawn, drawn !== undefined];
    write(empty, drawn ? "" : whyNone(now));
    list.replaceChildren(...(drawn ? customers(now, shares!) : []));
  }

  draw(context);
  return { section, draw };
}

/** A point of the curve leads to its customer's card, as the names beside it do. */
function walkedOf({ choose, facts: { engine, selection }, locale }: Context, { data }: Figure, { inSet, accounts }: Shares): Walked | undefined {
  if (!engine) return undefined;
  const curve = data.find(trace => trace["name"] === "curve") as unknown as { x: number[]; y: number[] };
  let ranked = accounts;
  const accountAt = (rank: number) => (ranked ??= engine.customers(selection).accounts)[rank - 1];
  return {
    locale, ranks: curve.x.slice(1), shares: curve.y.slice(1), start: inSet,
    nameOf: rank => { const account = accountAt(rank); return account === undefined ? undefined : engine.nameOf(account); },
    open: rank => { const account = accountAt(rank); if (account !== undefined) choose({ customer: String(account) }); },
  };
}

function whyNone(context: Context): string {
  const { data, facts, locale } = context;
  return facts.isChosen && data.pareto ? locale.text("noneChosen") : `${locale.text("paretoNone")} ${locale.text("would", exportLabel(context, "orders"))}`;
}

function sharesOf({ data, facts, locale: { language } }: Context): Shares | undefined {
  const { engine, selection } = facts;
  if (engine && data.pareto && (facts.isFiltered || selection.period.kind !== "all")) return chosen(engine, selection, data.pareto, language);
  const set = facts.has("pareto_customers") ? facts.whole("pareto_customers", "all") : undefined;
  const top = facts.has("pareto_top20_share") ? facts.whole("pareto_top20_share", "all") : undefined;
  const line = (place: number) => ({ ...data.base.top[place]!, share: (data.base.top[place]!.cumulativeShare ?? NaN) - (data.base.top[place - 1]?.cumulativeShare ?? 0) });
  return { customers: set?.denominator ?? 0, inSet: set?.value ?? 0, topFifth: top?.value, listed: data.base.top.length, line, curve: data.pareto?.[language] };
}

function leadOf(locale: Locale, { customers, inSet, topFifth: share }: Shares): string {
  const lead = locale.plural("paretoLead", customers, locale.ratio(inSet / customers), locale.count(customers));
  return share === null || share === undefined ? lead : `${lead} ${locale.text("paretoTopFifth", locale.value("ratio", share))}`;
}

/** Ranked anew by what they bought in the selection; a line is made when it is looked at, of many thousands. */
function chosen(engine: Engine, selection: Selection, made: Localised<Figure>, language: Language): Shares {
  const { accounts, amounts, earning, inPareto, names, total, ...ranking } = engine.customers(selection);
  const soFar = new Float64Array(amounts.length);
  for (let place = 0; place < amounts.length; place++) soFar[place] = (soFar[place - 1] ?? 0) + Math.max(0, amounts[place]!);
  const lines: Line[] = [];
  const line = (place: number): Line => lines[place] ??= {
    account: accounts[place]!, name: names.get(accounts[place]!)!, rank: place + 1, revenue: amounts[place]! / 10_000,
    share: amounts[place]! / (total || 1), cumulativeShare: soFar[place]! / (total || 1), inPareto: place < inPareto,
  };
  const top = topFifth({ accounts, amounts, earning, inPareto, total, ...ranking });
  return {
    accounts, customers: earning, inSet: inPareto, topFifth: top === null ? null : top / total, listed: accounts.length, line,
    curve: earning > 0 ? recurved(made, language, { count: earning, of: line }, inPareto) : undefined,
  };
}

function customers(context: Context, { line, listed }: Shares): HTMLElement[] {
  const { data, facts, locale } = context;
  const { customers: total, top } = data.base;
  const table = dataTable<number>({
    locale, rows: Array.from({ length: listed }, (_, place) => place), search: true, caption: locale.text("customers"), file: "customers.csv",
    columns: [
      { label: locale.text("rank"), value: place => line(place).rank },
      { label: locale.text("customer"), value: place => line(place).name, show: place => who(context, line(place)) },
      { label: locale.text("revenue"), value: place => line(place).revenue, show: place => locale.value("amount", line(place).revenue) },
      { label: locale.text("share"), value: place => line(place).share, show: place => (Number.isFinite(line(place).share) ? locale.ratio(line(place).share) : null) },
      { label: locale.text("cumulative"), value: place => line(place).cumulativeShare, show: place => locale.value("ratio", line(place).cumulativeShare) },
      { label: locale.text("set"), value: place => locale.text(setOf(line(place))), show: place => h("span", { class: line(place).inPareto ? "in-set" : "beyond-set" }, locale.text(setOf(line(place)))) },
    ],
  });
  return listed === top.length && total > top.length && !facts.isFiltered ? [h("p", { class: "rule" }, locale.text("customersShown", locale.count(top.length), locale.count(total))), table] : [table];
}

function setOf({ inPareto }: Line): "inSet" | "beyondSet" {
  return inPareto ? "inSet" : "beyondSet";
}

/** The figure that the part shows at the moment. */
let drawn: Figure | undefined;
let openRank: (rank: number) => void = () => {};
let walk: CurveWalk | undefined;

/** Draws the chart where its page is drawn: by hand until Plotly has been started. */
export function drawPareto(): void {
  const target: Plotted | null = document.getElementById("pareto-chart");
  if (!target || !drawn) return;
  const figure = { ...drawn, data: [...drawn.data, ...walk!.trace] };
  if (!window.Plotly) return target.replaceChildren(sketch(figure));
  target.querySelector(".sketch")?.remove();
  const { data, layout, config } = themed(figure);
  // Paper has its own width, which no resize announces: there the chart takes the style sheet's size.
  const size = matchMedia("print").matches ? { width: target.clientWidth, height: target.clientHeight } : { autosize: true };
  const isNew = !target.on;
  void window.Plotly.react(target, data, { ...layout, ...size }, config);
  if (isNew) target.on!("plotly_click", ({ points: [point] }) => openRank(point!.x));
}
