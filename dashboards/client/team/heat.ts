import { asTable, wholeBase } from "../chapter";
import type { Context } from "../context";
import { h, named } from "../dom";
import { enough } from "../noise";
import type { OwnerSegment } from "../pageData";
import type { Live } from "../pages";
import { dataTable } from "../table";
import { behind } from "../who";

/** Who wins where: each owner's win rate in each segment against the segment's own. */
export function heat(context: Context): Live | null {
  const { data, locale } = context;
  const dimensions = data.dimensions.filter(dimension => data.team.segments.some(cell => cell.dimension === dimension.name));
  if (dimensions.length === 0) return null;
  let now = context;
  const title = h("h2", { id: "team-heat-title" });
  const select = h("select", { name: "heat-by", change: () => draw(now) }, ...dimensions.map(dimension => h("option", { value: dimension.name }, locale.of(dimension.label))));
  const results = h("div", {});
  const section = h("section", { id: "team-heat", tabindex: -1, "aria-labelledby": "team-heat-title" },
    title,
    h("div", { class: "controls" }, h("label", {}, h("span", {}, locale.text("compareBy")), select)),
    results);

  function draw(chosen: Context): void {
    now = chosen;
    const cells = data.team.segments.filter(cell => cell.dimension === select.value);
    const judged = cells.filter(cell => cell.closed >= enough);
    const apart = judged.filter(stands);
    const label = locale.of(dimensions.find(dimension => dimension.name === select.value)!.label);
    title.textContent = apart.length > 0 ? locale.plural("heatTitle", apart.length, locale.count(apart.length), locale.count(judged.length)) : locale.text("heatNone");
    results.replaceChildren(
      wholeBase(now) ?? "",
      map(now, cells, label),
      h("p", { class: "rule" }, locale.text("heatRule", locale.count(judged.length), locale.decimal(judged.length * 0.05, 1))),
      asTable({ locale }, () => table(context, cells)));
  }

  draw(context);
  return { section, draw };
}

function stands(cell: OwnerSegment): boolean {
  return cell.above || cell.below;
}

function map(context: Context, cells: OwnerSegment[], caption: string): HTMLElement {
  const { data, locale } = context;
  const segments = [...new Set(cells.map(cell => cell.segment))];
  const owners = data.team.lines.filter(line => cells.some(cell => cell.owner === line.id));
  const expected = (segment: string) => cells.find(cell => cell.segment === segment)!.expected;
  return h("div", { class: "table-scroll pairs", tabindex: 0, role: "region", "aria-label": caption }, h("table", {},
    h("caption", { class: "unseen" }, caption),
    h("thead", {}, h("tr", {}, h("td", {}), ...segments.map(segment =>
      h("th", { scope: "col" }, named(segment), h("small", {}, locale.text("segmentWins", locale.ratio(expected(segment)))))))),
    h("tbody", {}, ...owners.map(owner => h("tr", {},
      h("th", { scope: "row" }, named(owner.name)),
      ...segments.map(segment => cellOf(context, owner.name, cells.find(cell => cell.owner === owner.id && cell.segment === segment))))))));
}

function cellOf(context: Context, owner: string, cell: OwnerSegment | undefined): HTMLElement {
  const { locale } = context;
  if (!cell) return h("td", { class: "heat-none" }, "–");
  const difference = cell.shrunk - cell.expected;
  const few = cell.closed < enough;
  const mark = few || !stands(cell) ? "" : cell.above ? "▲" : "▼";
  return h("td", { class: few ? "heat-few" : `heat-${level(difference)}` }, behind(context, { owner, [cell.dimension]: cell.segment },
    h("b", {}, locale.points(difference), mark && h("i", { "aria-hidden": "true" }, ` ${mark}`)),
    h("small", {}, locale.text("wonOf", locale.count(cell.won), locale.count(cell.closed))),
    mark && h("span", { class: "unseen" }, ` ${locale.text(cell.above ? "better" : "worse")}`)));
}

/** Five steps, the middle one for what hardly differs. */
function level(difference: number): string {
  if (Math.abs(difference) < 0.03) return "even";
  return `${difference > 0 ? "above" : "below"}${Math.abs(difference) < 0.1 ? "" : "-far"}`;
}

function table({ data, locale }: Context, cells: OwnerSegment[]): HTMLElement {
  const name = (id: string) => data.team.lines.find(line => line.id === id)?.name ?? id;
  return dataTable<OwnerSegment>({
    locale, rows: cells, search: true, caption: locale.text("heatCaption"), file: "team-segments.csv",
    columns: [
      { label: locale.text("owner"), value: row => name(row.owner), show: row => named(name(row.owner)) },
      { label: locale.text("segment"), value: row => row.segment, show: row => named(row.segment) },
      { label: locale.text("wonCount"), value: row => row.won },
      { label: locale.text("decided"), value: row => row.closed },
      { label: locale.text("shrunkRate"), value: row => row.shrunk, show: row => locale.ratio(row.shrunk) },
      { label: locale.text("segmentRate"), value: row => row.expected, show: row => locale.ratio(row.expected) },
    ],
  });
}
