import { chapter } from "./chapter";
import { exportLabel, type Context } from "./context";
import { h, named } from "./dom";
import type { Changes } from "./pageData";
import { dataTable } from "./table";

type Figure = Changes["figures"][number];

/** Which files came in, changed or went since the run before, and the figures that moved with them. */
export function changes(context: Context): HTMLElement | null {
  const { data, facts, locale } = context;
  const found = data.changes;
  if (!found) return null;
  const known = found.figures.filter(figure => facts.has(figure.kpi));
  return chapter("changes", locale.text("changesTitle", locale.count(found.files.length), locale.count(known.length)), locale.text("changesReads", locale.count(found.run)),
    found.files.length > 0 && h("ul", { class: "plain" }, ...found.files.map(file => h("li", {},
      h("b", {}, locale.text(`changes.${file.state}`)), " ", named(file.name), file.table !== undefined && ` (${exportLabel(context, file.table)})`, " · ", locale.plural("rows", file.rows, locale.count(file.rows))))),
    known.length > 0 && dataTable<Figure>({
      locale, rows: known, search: true, caption: locale.text("changesFigures"), file: "changes.csv",
      columns: [
        { label: locale.text("definitionsName"), value: row => locale.of(facts.kpi(row.kpi).label) },
        { label: locale.text("period"), value: row => locale.text(row.period === "ttm" ? "ttmShort" : "wholePeriod") },
        { label: locale.text("changesBefore"), value: row => row.before, show: row => locale.value(facts.kpi(row.kpi).unit, row.before) },
        { label: locale.text("changesNow"), value: row => row.now, show: row => locale.value(facts.kpi(row.kpi).unit, row.now) },
        { label: locale.text("difference"), value: row => difference(row), show: row => written(context, row) },
      ],
    }));
}

function difference({ before, now }: Figure): number | null {
  return before === undefined || now === undefined ? null : now - before;
}

function written({ facts, locale }: Context, row: Figure): string {
  const apart = difference(row);
  if (apart === null) return "–";
  const { unit } = facts.kpi(row.kpi);
  return unit === "ratio" ? locale.pointsExactly(apart) : locale.signed(unit, apart);
}
