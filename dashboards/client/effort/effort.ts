import type { Context } from "../context";
import { h, hold, isolated, named, write } from "../dom";
import { enough } from "../noise";
import type { EffortSegment } from "../pageData";
import type { Live } from "../pages";
import { dataTable } from "../table";
import { behind } from "../who";
import { advice, guardRails } from "./advice";
import { bubbles, margin } from "./bubbles";
import { criteria, isSmall, ranked, usual, valueOf, weightsIn, written, type Criterion, type Scored, type Weights } from "./score";
import { periodOf, recomputed } from "./recomputed";

/** Where to put the effort: segments ranked by a score whose weights the reader moves. */
export function effort(context: Context): Live | null {
  const { data, locale } = context;
  if (data.effort.segments.length === 0) return null;
  const weights: Weights = { ...usual };
  let now = context;
  let compared: EffortSegment[] = [];
  const title = h("h2", { id: "effort-title" });
  const results = h("div", {});
  const beside = h("div", { class: "effort-picture" });
  const lead = h("span", {});
  const sliders = criteria.map(criterion => slider(locale, criterion, weights, { moved: () => drawRanking(), left: () => now.choose({ weights: written(weights) }) }));
  const section = h("section", { id: "effort", tabindex: -1, "aria-labelledby": "effort-title" },
    title,
    h("p", { class: "lead" }, lead, h("span", { class: "on-screen" }, ` ${locale.text("effortMove")}`)),
    h("fieldset", { class: "weights" }, h("legend", {}, locale.text("weights")), ...sliders,
      h("button", { type: "button", class: "more", click: () => now.choose({ weights: "" }) }, locale.text("weightsReset"))),
    results, beside);

  function follow(chosen: Weights): void {
    for (const [place, criterion] of criteria.entries()) {
      weights[criterion] = chosen[criterion];
      hold(sliders[place]!.querySelector("input")!, String(chosen[criterion]));
      write(sliders[place]!.querySelector("output")!, String(chosen[criterion]));
    }
  }

  function segments() {
    const chosen = data.effort.segments.filter(segment => segment.dimension === now.state.by);
    const first = data.dimensions.find(dimension => data.effort.segments.some(segment => segment.dimension === dimension.name))?.name;
    const made = chosen.length > 0 ? chosen : data.effort.segments.filter(segment => segment.dimension === first);
    return now.facts.isChosen && now.facts.engine && made[0] ? recomputed(now, made[0].dimension) : made;
  }

  function drawRanking(): void {
    const order = ranked(compared, weights);
    results.replaceChildren(ranking(now, order), h("p", { class: "rule" }, locale.text("effortRule")));
  }

  function draw(context: Context): void {
    now = context;
    compared = segments();
    follow(weightsIn(now.state.weights));
    section.hidden = compared.length === 0;
    write(title, titleOf(now, compared));
    lead.textContent = `${locale.capital(locale.period(periodOf(now)))}. ${locale.text("effortLead")}`;
    drawRanking();
    beside.replaceChildren(...[bubbles(now, compared), h("div", { class: "cards" }, ...[advice(now, compared), guardRails(now)].filter(card => card !== null))].filter(part => part !== null));
  }

  draw(context);
  return { section, draw };
}

/** Names the best and the worst yield of segments with enough customers, where their intervals do not touch; the weights do not change what is known. */
function titleOf({ data, locale }: Context, segments: EffortSegment[]): string {
  const dimension = data.dimensions.find(candidate => candidate.name === segments[0]?.dimension);
  const apart = yields(segments);
  return apart ? sentence(locale, apart) : locale.text("effortNeutral", dimension ? locale.midSentence(locale.of(dimension.label)) : "");
}

/** The dimension in which the best and the worst yield lie furthest apart, beyond chance: in words, and as the choice that shows it. */
export function effortFinding({ data, locale }: Context): [string | null, { by: string }?] {
  const pairs = data.dimensions.flatMap(dimension => yields(data.effort.segments.filter(segment => segment.dimension === dimension.name)) ?? []);
  const [widest] = pairs.sort((a, b) => b.first.marginPerEuroLow! / b.last.marginPerEuroHigh! - a.first.marginPerEuroLow! / a.last.marginPerEuroHigh!);
  return widest ? [sentence(locale, widest), { by: widest.first.dimension }] : [null];
}

interface Yields { first: EffortSegment; last: EffortSegment }

function yields(segments: EffortSegment[]): Yields | undefined {
  const sure = segments
    .filter(segment => !isSmall(segment) && segment.marginPerEuroLow !== undefined && segment.marginPerEuroHigh !== undefined && segment.segment !== "(unknown)")
    .sort((a, b) => b.marginPerEuro! - a.marginPerEuro!);
  const [first, last] = [sure[0], sure.at(-1)];
  return first && last && first.marginPerEuroLow! > last.marginPerEuroHigh! ? { first, last } : undefined;
}

function sentence(locale: Context["locale"], { first, last }: Yields): string {
  return locale.text("effortFirst",
    isolated(locale.segment(first.segment)), locale.decimal(first.marginPerEuro!, 1), isolated(locale.segment(last.segment)), locale.decimal(last.marginPerEuro!, 1));
}

function slider(locale: Context["locale"], criterion: Criterion, weights: Weights, { moved, left }: { moved(): void; left(): void }): HTMLElement {
  const shown = h("output", {}, String(weights[criterion]));
  return h("label", {}, h("span", {}, locale.text(`criterion.${criterion}`)),
    h("input", { type: "range", name: `weight-${criterion}`, min: 0, max: 100, step: 10, value: weights[criterion], input: event => {
      weights[criterion] = Number((event.target as HTMLInputElement).value);
      shown.textContent = String(weights[criterion]);
      moved();
    }, change: left }), shown);
}

function between(locale: Context["locale"], { marginPerEuroLow: low, marginPerEuroHigh: high }: EffortSegment): string {
  return low === undefined || high === undefined ? "" : locale.interval("score", low, high);
}

function ranking(context: Context, order: Scored[]): HTMLElement {
  const { locale } = context;
  const rows = order.map((scored, place) => ({ ...scored, place: place + 1 }));
  const units = { marginPerEuro: "score", cycle: "days", winRate: "ratio", basket: "amount", retention: "ratio" } as const;
  return dataTable<typeof rows[number]>({
    locale, rows, caption: locale.text("effortCaption"), file: "effort.csv",
    columns: [
      { label: locale.text("rank"), value: row => row.place },
      { label: locale.text("segment"), value: row => locale.segment(row.segment.segment), show: row => h("span", { class: isSmall(row.segment) ? "effort-few" : null }, behind(context, { [row.segment.dimension]: row.segment.segment }, named(locale.segment(row.segment.segment))), isSmall(row.segment) && h("small", {}, row.segment.customers < enough ? locale.text("fewCustomers") : locale.plural("fewWon", row.segment.newCustomers!, locale.count(row.segment.newCustomers!)))) },
      { label: locale.text("effortScore"), value: row => row.score, show: row => row.score === null ? null : h("span", { class: "chance" }, locale.count(Math.round(row.score)), h("span", { class: "chance-bar score-bar", "aria-hidden": "true" }, h("span", { style: `inline-size:${row.score}%` }))) },
      ...criteria.map(criterion => ({ label: locale.text(`criterion.${criterion}`), value: (row: Scored) => valueOf(row.segment, criterion), show: (row: Scored) => h("span", {}, locale.value(units[criterion], valueOf(row.segment, criterion)), criterion === "marginPerEuro" && h("small", {}, between(locale, row.segment))) })),
      { label: "CAC", value: row => row.segment.cac, show: row => locale.value("amount", row.segment.cac) },
      { label: locale.text("yearMargin"), value: row => margin(row.segment), show: row => locale.value("amount", Math.round(margin(row.segment))) },
      { label: locale.text("customers"), value: row => row.segment.customers },
    ],
  });
}
