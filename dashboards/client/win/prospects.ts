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
  return chapter("prospects", titleOf(locale, first), locale.text("prospectsReads"), wholeBase(context), dataTable<Prospect>({
    locale, rows, caption: locale.text("prospects"), file: "prospects.csv",
    columns: [
      { label: locale.text("rank"), value: row => row.rank },
      { label: locale.text("prospect"), value: row => row.name, show: row => named(row.name), onPhone: "name" },
      { label: locale.text("alikeIn"), value: alike, show: row => h("span", { dir: "auto" }, shorten(alike(row))), onPhone: "line" },
      { label: locale.text("openOpportunities"), value: row => row.openOpportunities },
      { label: locale.text("openAmount"), value: row => row.openAmount, show: row => row.openOpportunities === 0 ? "–" : locale.value("amount", row.openAmount) },
      { label: locale.text("lastLostAt"), value: row => row.lastLostAt ?? "", show: row => row.lastLostAt === undefined ? "–" : locale.shortDay(row.lastLostAt) },
    ],
  }));
}

/** One is named only where nothing else stands level with it. */
function titleOf(locale: Context["locale"], { name, ofRank }: Prospect): string {
  return ofRank === 1 ? locale.text("prospectsTitle", isolated(name)) : locale.text("prospectsTied", locale.count(ofRank));
}
