import { chapter, customersToday } from "../chapter";
import type { Context } from "../context";
import { h } from "../dom";
import type { DropOff } from "../pageData";
import { dataTable } from "../table";
import { ownerColumn, who } from "../who";

/** Customers silent for longer than their own rhythm predicts, before they are lost, the largest stake first. */
export function dropOffs(context: Context): HTMLElement {
  const { data, facts, locale } = context;
  const rows = data.keep.dropOffs.filter(row => facts.includes(row.account));
  const stake = rows.reduce((sum, row) => sum + (row.atStake ?? 0), 0);
  if (rows.length === 0) return chapter("drop-offs", locale.text("dropOffsNone"), locale.text("dropOffsReads"), customersToday(context));
  const title = locale.plural("dropOffsTitle", rows.length, locale.count(rows.length), locale.value("amount", stake));
  return chapter("drop-offs", title, locale.text("dropOffsReads"), customersToday(context), dataTable<DropOff>({
    locale, rows, search: true, caption: locale.text("dropOffs"), file: "drop-offs.csv",
    columns: [
      { label: locale.text("customer"), value: row => row.name, show: row => who(context, row) },
      ...ownerColumn(locale, rows),
      { label: locale.text("since"), value: row => row.since, show: row => row.since && locale.shortDay(row.since) },
      { label: locale.text("silence"), value: row => row.recency, show: row => row.recency !== undefined && locale.wholeDays(row.recency) },
      { label: locale.text("usualGapHead"), value: row => row.usualGap, show: row => row.usualGap !== undefined && locale.wholeDays(row.usualGap) },
      { label: locale.text("atStake"), value: row => row.atStake, show: row => h("b", {}, locale.value("amount", row.atStake)) },
    ],
  }));
}
