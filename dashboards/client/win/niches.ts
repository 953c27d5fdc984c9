import { chapter, wholeBase } from "../chapter";
import type { Context } from "../context";
import { h, isolated, named } from "../dom";
import type { Niche } from "../pageData";
import { dataTable } from "../table";
import { behind } from "../who";

const least = 0.001;

/** Never nothing: a chance that small is less than the least one written. */
function chanceOf(locale: Context["locale"], value: number | undefined): string {
  if (value === undefined) return "–";
  return value < least ? `<\u00a0${locale.ratio(least)}` : locale.ratio(value);
}

/** Where the company wins or keeps more than elsewhere, once the number of niches tried is allowed for. */
export function niches(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const rows = data.win.niches;
  if (rows.length === 0) return null;
  const sure = rows.filter(row => row.isBetter);
  const dimension = (name: string) => { const found = data.dimensions.find(one => one.name === name); return found ? locale.of(found.label) : name; };
  const title = sure.length > 0
    ? locale.plural("nichesTitle", Math.min(3, sure.length), locale.list(sure.slice(0, 3).map(row => isolated(locale.segment(row.segment))), "conjunction"))
    : locale.text("nichesNone");
  return chapter("niches", title, locale.text("nichesReads"), wholeBase(context), dataTable<Niche>({
    locale, rows, caption: locale.text("niches"), file: "niches.csv",
    columns: [
      { label: locale.text("segment"), value: row => locale.segment(row.segment), show: row => h("span", {}, behind(context, { [row.dimension]: row.segment }, named(locale.segment(row.segment))), h("small", {}, dimension(row.dimension))) },
      { label: locale.text("metric"), value: row => locale.code("niche", row.measure) },
      { label: locale.text("here"), value: row => row.value, show: row => locale.value("ratio", row.value) },
      { label: locale.text("elsewhere"), value: row => row.valueOfRest, show: row => locale.value("ratio", row.valueOfRest) },
      { label: "n", value: row => row.n },
      { label: locale.text("falseDiscovery"), value: row => row.qValue, show: row => chanceOf(locale, row.qValue) },
      { label: locale.text("beyondChance"), value: row => locale.text(row.isBetter ? "yes" : "no") },
    ],
  }));
}
