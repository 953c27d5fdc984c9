import { chapter, wholeBase } from "../chapter";
import type { Context } from "../context";
import { named } from "../dom";
import type { PlanItem } from "../pageData";
import { dataTable } from "../table";
import { who } from "../who";

/** What the data ask somebody to do, with the day and the money at stake, the dearest first, the oldest where no money is known; nothing where they ask for nothing. */
export function plan(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const rows = data.plan;
  if (rows.length === 0) return null;
  const isValued = rows.some(row => row.amount !== undefined);
  return chapter("plan", locale.plural(isValued ? "planTitle" : "planUnvalued", rows.length, locale.count(rows.length)), locale.text("planReads"), wholeBase(context), dataTable<PlanItem>({
    locale, rows, search: true, caption: locale.text("plan"), file: "plan.csv",
    columns: [
      { label: locale.text("due"), value: row => row.due, show: row => locale.shortDay(row.due) },
      { label: locale.text("account"), value: row => row.name, show: row => row.name && who(context, { account: row.account, name: row.name }), onPhone: "name" },
      { label: locale.text("owner"), value: row => row.owner, show: row => row.owner && named(row.owner) },
      { label: locale.text("toDo"), value: row => locale.of(row.step), onPhone: "line" },
      { label: locale.text("amountAtStake"), value: row => row.amount, show: row => locale.value("amount", row.amount) },
      { label: locale.text("why"), value: row => locale.sentence(row.reason), onPhone: "line" },
    ],
  }));
}
