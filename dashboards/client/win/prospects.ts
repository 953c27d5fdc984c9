import { chapter, wholeBase } from "../chapter";
import type { Context } from "../context";
import { h, isolated, named, shorten } from "../dom";
import type { Prospect } from "../pageData";
import { dataTable } from "../table";

/** Whom to see first: accounts that never ordered and look like the customers of better niches. */
export function prospects(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const rows = data.win.prospects;
  const [first] = rows;
  if (!first) return null;
  const alike = ({ alikeIn }: Prospect) => alikeIn.replace(/\b(win_rate|retention|margin): /g, (_, measure: string) => `${locale.text("labelled", locale.code("niche", measure))} `);
  return chapter("prospects", locale.text("prospectsTitle", isolated(first.name)), locale.text("prospectsReads"), wholeBase(context), dataTable<Prospect>({
    locale, rows, caption: locale.text("prospects"), file: "prospects.csv",
    columns: [
      { label: locale.text("prospect"), value: row => row.name, show: row => named(row.name) },
      { label: locale.text("alikeIn"), value: alike, show: row => h("span", { dir: "auto" }, shorten(alike(row))), onPhone: "line" },
      { label: locale.text("openOpportunities"), value: row => row.openOpportunities },
      { label: locale.text("lastLostAt"), value: row => row.lastLostAt ?? "", show: row => row.lastLostAt === undefined ? "–" : locale.shortDay(row.lastLostAt) },
    ],
  }));
}
