import { asTable, wholeBase } from "../chapter";
import { exportLabel, type Context } from "../context";
import { h, isolated, named, svg } from "../dom";
import type { OwnerLine, SalesMonth } from "../pageData";
import { dataTable } from "../table";
import { behind } from "../who";
import { gapOf, type Gap } from "./gap";

const named3 = 3;
const marks = { above: "▲", below: "▼", even: "" };
/** Bars are drawn up to this share of the target, and cut beyond. */
const widest = 2;

interface Scored { line: OwnerLine; name: string; year: Gap; toDate: Gap | null }

/** Each one's last twelve finished months against target, as a share of it, so that a person and the team share one scale. */
export function target(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const all = scored(context);
  if (all.length === 0 || all.every(({ line }) => line.months.length === 0)) return null;
  const team = all[0]!;
  const aimed = all.some(({ year }) => year.target !== null);
  const months = team.line.months;
  return h("section", { id: "team", tabindex: -1, "aria-labelledby": "team-title" },
    h("h2", { id: "team-title" }, aimed ? title(context, all) : locale.text("teamNoTarget")),
    h("p", { class: "lead" }, locale.text("teamMonths", locale.month(months[0]!.start), locale.month(months.at(-1)!.start))),
    wholeBase(context),
    !aimed && h("p", { class: "note" }, locale.text("would", exportLabel({ data, locale }, "targets"))),
    h("div", { class: "card" }, h("ul", { class: aimed ? "scorecard" : "scorecard unaimed" }, ...all.map(one => (aimed ? row(context, one) : unaimed(context, one, all))))),
    aimed && h("p", { class: "rule" }, locale.text("teamTargetRule")),
    asTable({ locale }, () => table(context, all)));
}

export function teamAbsent(context: Context): HTMLElement {
  const { locale } = context;
  return h("section", { id: "team", tabindex: -1, "aria-labelledby": "team-title" },
    h("h2", { id: "team-title" }, locale.text("teamNone")),
    h("p", { class: "empty" }, locale.text("would", exportLabel(context, "owners"))));
}

function scored({ data, locale }: Context): Scored[] {
  const year = data.run.asOf.slice(0, 4);
  const calendar = data.team.lines[0]?.months.map(month => month.start) ?? [];
  return data.team.lines.map(line => {
    const months = calendar.map(start => line.months.find(month => month.start === start) ?? { start, revenue: 0 });
    const toDate = months.filter(month => month.start.startsWith(year));
    return {
      line: { ...line, months },
      name: line.id === undefined ? locale.text("wholeTeam") : line.name,
      year: gapOf(months),
      toDate: toDate.length === 0 ? null : gapOf(toDate),
    };
  });
}

/** The title, where a target is known and someone is off it beyond chance. */
export function teamFinding(context: Context): string | null {
  const all = scored(context);
  return all.some(({ year }) => year.target !== null && year.side !== "even") ? title(context, all) : null;
}

/** Names only those beyond what their months' swings explain. */
function title({ locale }: Context, [team, ...owners]: Scored[]): string {
  const those = (side: Gap["side"]) => owners.filter(owner => owner.year.side === side).map(owner => isolated(owner.name));
  const list = (names: string[]) => names.slice(0, named3).join(", ") + (names.length > named3 ? locale.plural("andMore", names.length - named3, locale.count(names.length - named3)) : "");
  const [above, below] = [those("above"), those("below")];
  const reached = team!.year.reached;
  return [
    reached === null ? locale.text("teamTarget") : locale.text("teamReached", locale.ratio(reached)),
    above.length > 0 && locale.text("teamAbove", list(above)),
    below.length > 0 && locale.text("teamBelow", list(below)),
  ].filter(Boolean).join(locale.text("clause"));
}

function row(context: Context, { line, name, year, toDate }: Scored): HTMLElement {
  const { locale } = context;
  const some = year.target !== null;
  const difference = some ? locale.signed("amount", year.revenue - year.target!) : "";
  return h("li", { class: `score ${year.side}${line.id === undefined ? " score-all" : ""}`, "data-owner": line.id ?? "" },
    nameOf(context, line, name),
    some ? bullet(year.reached!) : h("span", {}),
    h("span", { class: "score-value" },
      h("b", {}, some ? locale.ratio(year.reached!) : locale.value("amount", year.revenue)), h("i", { "aria-hidden": "true" }, marks[year.side]),
      some && h("span", { class: "unseen" }, ` ${locale.text(`target.${year.side}`)}`)),
    h("span", { class: "score-amounts" }, some ? locale.text("ofTarget", locale.value("amount", year.revenue), locale.value("amount", year.target)) : "",
      some && h("small", {}, difference)),
    h("span", { class: "score-year" }, toDate?.reached !== undefined && toDate?.reached !== null && toDate.revenue !== year.revenue && locale.text("yearToDate", locale.ratio(toDate.reached))),
    columns(line.months));
}

/** Without any target, salespeople stand against the best of them. */
function unaimed(context: Context, { line, name, year: { revenue } }: Scored, all: Scored[]): HTMLElement {
  const best = Math.max(...all.filter(one => one.line.id !== undefined).map(one => one.year.revenue));
  return h("li", { class: `score even${line.id === undefined ? " score-all" : ""}`, "data-owner": line.id ?? "" },
    nameOf(context, line, name),
    svg("svg", { class: "bullet", "aria-hidden": "true" },
      line.id !== undefined && best > 0 && svg("rect", { class: "bullet-actual", x: 0, y: 8, width: `${(100 * Math.max(0, revenue)) / best}%`, height: 12 })),
    h("span", { class: "score-value" }, h("b", {}, context.locale.value("amount", revenue))),
    columns(line.months));
}

function nameOf(context: Context, { id }: OwnerLine, name: string): HTMLElement {
  return h("span", { class: "score-name" }, id === undefined ? named(name) : behind(context, { owner: name }, named(name)));
}

/** Actual solid, target outlined, what lies between them marked. */
function bullet(reached: number): SVGSVGElement {
  const at = (share: number) => `${(100 * Math.min(share, widest)) / widest}%`;
  return svg("svg", { class: "bullet", "aria-hidden": "true" },
    svg("rect", { class: "bullet-actual", x: 0, y: 8, width: at(Math.min(reached, 1)), height: 12 }),
    reached > 1 && svg("rect", { class: "bullet-over", x: at(1), y: 8, width: at(Math.min(reached, widest) - 1), height: 12 }),
    reached < 1 && svg("rect", { class: "bullet-under", x: at(Math.max(0, reached)), y: 12, width: at(1 - Math.max(0, reached)), height: 4 }),
    svg("rect", { class: "bullet-target", x: 0.75, y: 4, width: at(1), height: 20 }));
}

/** Twelve columns, each as a share of its month's target; without targets, of the best month. */
function columns(months: SalesMonth[]): SVGSVGElement {
  const best = Math.max(...months.map(month => month.revenue), 1);
  const share = (month: SalesMonth) => (month.target ? month.revenue / month.target : month.revenue / best);
  const height = (value: number) => 15 * Math.min(widest, Math.max(0, value));
  return svg("svg", { class: "months", viewBox: "0 0 120 32", preserveAspectRatio: "none", "aria-hidden": "true" },
    ...months.map((month, place) => svg("rect", { class: share(month) > widest ? "month month-cut" : "month", x: 10 * place + 2, y: 31 - height(share(month)), width: 6, height: height(share(month)) })),
    ...months.flatMap((month, place) => (month.target ? [svg("rect", { class: "month-target", x: 10 * place + 1, y: 16, width: 8, height: 15 })] : [])));
}

function table({ locale }: Context, rows: Scored[]): HTMLElement {
  const money = (value: number | null) => locale.value("amount", value);
  return dataTable<Scored>({
    locale, rows, caption: locale.text("teamTarget"), file: "team-target.csv",
    columns: [
      { label: locale.text("owner"), value: row => row.name, show: row => named(row.name) },
      { label: locale.text("revenue"), value: row => row.year.revenue, show: row => money(row.year.revenue) },
      { label: locale.text("target"), value: row => row.year.target, show: row => money(row.year.target) },
      { label: locale.text("reached"), value: row => row.year.reached, show: row => locale.value("ratio", row.year.reached) },
      { label: locale.text("revenueToDate"), value: row => row.toDate?.revenue, show: row => money(row.toDate?.revenue ?? null) },
      { label: locale.text("targetToDate"), value: row => row.toDate?.target, show: row => money(row.toDate?.target ?? null) },
      ...(rows[0]?.line.months ?? []).map((month, place) => ({ label: locale.month(month.start), value: (row: Scored) => row.line.months[place]?.revenue, show: (row: Scored) => money(row.line.months[place]?.revenue ?? null) })),
    ],
  });
}
