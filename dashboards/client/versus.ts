import { chapter, unheeded } from "./chapter";
import { segmentsOf, unknown } from "./comparison";
import type { Context } from "./context";
import { h, hold, isolated, svg, write } from "./dom";
import type { Fact } from "./facts";
import { enough, isByDefinition } from "./noise";
import type { Kpi } from "./pageData";
import type { Live } from "./pages";
import { dataTable } from "./table";

interface Pair { kpi: Kpi; a: Fact | undefined; b: Fact | undefined; base: Fact | undefined; verdict: "apart" | "chance" | "cut" | "few" | "unknown" }

export const alsoCompared = ["revenue", "margin", "customers", "basket_per_customer", "recurring_rate", "satisfaction"];
/** Of all segments together they are the whole's. */
const sums = ["revenue", "margin", "customers"];

/** Two segments of the chosen dimension side by side on everything, or one against the whole base. */
export function versus(context: Context): Live {
  const { locale } = context;
  const selects = (["a", "b"] as const).map(key => h("select", { name: key, change: event => context.choose({ [key]: (event.target as HTMLSelectElement).value }) }));
  const results = h("div", {});
  const section = chapter("versus", locale.text("versusTitle"), locale.text("versusReads"),
    h("div", { class: "controls" }, ...selects.map((select, place) => h("label", {}, h("span", {}, locale.text(place === 0 ? "versusFirst" : "versusSecond")), select))),
    results);
  const title = section.querySelector("h2")!;

  function draw(now: Context): void {
    const names = segmentNames(now);
    const [a, b] = [names.includes(now.state.a) ? now.state.a : names[0], names.includes(now.state.b) ? now.state.b : undefined];
    fill(selects[0]!, names.map(name => [name, now.locale.segment(name)]), a ?? "");
    fill(selects[1]!, [["", now.locale.text("baseLine")], ...names.map((name): [string, string] => [name, now.locale.segment(name)])], b ?? "");
    section.hidden = names.length < 2 || a === undefined;
    if (a === undefined) return;
    const compared = pairs(now, a, b);
    write(title, titleOf(now, compared, a, b));
    results.replaceChildren(table(now, compared, a, b));
  }

  draw(context);
  return { section, draw };
}

function segmentNames({ facts, data, state, locale }: Context): string[] {
  const names = new Set(data.segmentKpis.slice(0, 3).flatMap(kpi => segmentsOf(facts, kpi, state.by).of.filter(fact => fact.segment !== unknown || fact.n > 0).map(fact => fact.segment)));
  return [...names].sort((a, b) => Number(a === unknown) - Number(b === unknown) || a.localeCompare(b, locale.language));
}

/** Only where they changed: a list of options is dear to a browser. */
function fill(select: HTMLSelectElement, options: [string, string][], chosen: string): void {
  if (options.length !== select.options.length || options.some(([value], place) => select.options[place]!.value !== value))
    select.replaceChildren(...options.map(([value, label]) => h("option", { value }, label)));
  hold(select, chosen);
}

function pairs({ data, facts, state }: Context, a: string, b: string | undefined): Pair[] {
  const names = [...data.segmentKpis, ...alsoCompared].filter((name, place, all) => facts.has(name) && all.indexOf(name) === place);
  return names.flatMap(name => {
    const { of, period } = segmentsOf(facts, name, state.by);
    const [first, base] = [of.find(fact => fact.segment === a), facts.base(name, state.by, period)];
    const second = b === undefined ? base : of.find(fact => fact.segment === b);
    if ((first?.value ?? null) === null && (second?.value ?? null) === null) return [];
    return [{ kpi: facts.kpi(name), a: first, b: second, base, verdict: isByDefinition(state.by, name) ? "cut" : verdictOf(first, second, b === undefined) }];
  });
}

/** Apart where the intervals do not meet, or against the whole base where the interval leaves its value out; unknown where there is none. */
function verdictOf(a: Fact | undefined, b: Fact | undefined, whole: boolean): Pair["verdict"] {
  if (!a || !b || a.value === null || b.value === null) return "unknown";
  if (a.low === null || a.high === null || (!whole && (b.low === null || b.high === null))) return "unknown";
  if (a.n < enough || b.n < enough) return "few";
  const [low, high] = whole ? [b.value, b.value] : [b.low!, b.high!];
  return a.low > high || a.high < low ? "apart" : "chance";
}

/** How many of the differences that could be judged are real. */
function titleOf({ locale }: Context, compared: Pair[], a: string, b: string | undefined): string {
  const names = [isolated(locale.segment(a)), b === undefined ? locale.text("versusWhole") : isolated(locale.segment(b))] as const;
  const [apart, judged] = [["apart"], ["apart", "chance"]].map(verdicts => compared.filter(({ verdict }) => verdicts.includes(verdict)).length) as [number, number];
  if (judged === 0) return locale.text("versusTitle");
  return apart === 0 ? locale.text("versusFoundNone", ...names) : locale.plural("versusFound", apart, ...names, locale.count(apart), locale.count(judged));
}

function table(context: Context, rows: Pair[], a: string, b: string | undefined): HTMLElement {
  const { locale } = context;
  const [first, second] = [locale.segment(a), b === undefined ? locale.text("baseLine") : locale.segment(b)];
  const written = (kpi: Kpi, fact: Fact | undefined) => h("span", {}, locale.value(kpi.unit, fact?.value), fact && besideOf(locale, kpi, fact));
  return dataTable<Pair>({
    locale, rows, caption: locale.text("versusCaption", isolated(first), isolated(second)), file: "segments-compared.csv",
    columns: [
      { label: locale.text("metric"), value: row => locale.of(row.kpi.label), show: row => metric(context, row.kpi) },
      { label: first, value: row => row.a?.value, show: row => written(row.kpi, row.a) },
      { label: second, value: row => row.b?.value, show: row => written(row.kpi, row.b) },
      { label: locale.text("difference"), value: row => difference(row), show: row => differenceText(locale, row, b === undefined) },
      { label: locale.text("versusBar"), value: row => relative(row), show: row => bar(row) },
      { label: locale.text("versusVerdict"), value: row => locale.text(`versus.${row.verdict}`), show: row => h("span", { class: `versus-${row.verdict}` }, locale.text(`versus.${row.verdict}`)) },
    ],
  });
}

/** How far chance reaches; of too few to be judged only how many they are, their interval being wider than any figure can be. */
function besideOf(locale: Context["locale"], kpi: Kpi, { n, low, high }: Fact): HTMLElement | null {
  if (low === null || high === null) return null;
  return h("small", {}, n < enough ? locale.text("n", locale.count(n)) : locale.interval(kpi.unit, low, high));
}

function metric(context: Context, kpi: Kpi): HTMLElement {
  const note = unheeded(context, kpi.name);
  return h("span", {}, context.locale.of(kpi.label), note !== null && h("small", {}, note));
}

function difference({ a, b }: Pair): number | null {
  return a?.value === null || b?.value === null || !a || !b ? null : a.value! - b.value!;
}

/** No more exact than the figures that it lies between; a sum is a part of the whole's, not less than it. */
function differenceText(locale: Context["locale"], row: Pair, ofWhole: boolean): string {
  const apart = difference(row);
  if (apart === null) return "–";
  const [a, b] = [row.a!.value!, row.b!.value!];
  if (ofWhole && sums.includes(row.kpi.name)) return b > 0 ? locale.text("versusPart", locale.ratio(a / b)) : "–";
  if (row.kpi.unit === "ratio") return locale.pointsExactly(apart);
  return locale.signed(row.kpi.unit, row.kpi.unit === "amount" && Math.min(Math.abs(a), Math.abs(b)) >= 100 ? Math.round(apart) : apart);
}

function relative({ a, b, kpi }: Pair): number | null {
  if (!a || !b || a.value === null || b.value === null || b.value === 0 || sums.includes(kpi.name)) return null;
  return a.value / b.value - 1;
}

/** How far the first lies from the second, to the right where it is more; blue where that is good, beyond chance. */
function bar(row: Pair): HTMLElement | string {
  const share = relative(row);
  if (share === null) return "–";
  const reach = 50 * Math.min(1, Math.abs(share));
  const good = row.kpi.direction === "none" || row.verdict !== "apart" ? "same" : (share > 0) === (row.kpi.direction === "up") ? "better" : "worse";
  return h("span", { class: good }, svg("svg", { class: "versus-bar", "aria-hidden": "true" },
    svg("rect", { class: "fill", x: `${share > 0 ? 50 : 50 - reach}%`, y: 4, width: `${reach}%`, height: 10 }),
    svg("line", { class: "axis", x1: "50%", x2: "50%", y1: 0, y2: 18 })));
}
