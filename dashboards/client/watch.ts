import { customersToday } from "./chapter";
import { chance } from "./chance";
import type { Context } from "./context";
import { h, isolated, shorten } from "./dom";
import type { CustomerAtRisk } from "./pageData";
import { reasonsFor } from "./reason";
import { dataTable } from "./table";
import { ownerColumn, who } from "./who";

/** The scored customers, those first who may take most with them; or why no one is scored. */
export function watch(context: Context): HTMLElement {
  const { data, locale } = context;
  const none = data.watch.length === 0;
  const rows = data.watch.filter(row => context.facts.includes(row.account));
  return h("section", { id: "watch", tabindex: -1, "aria-labelledby": "watch-title" },
    h("h2", { id: "watch-title" }, titleOf(context, rows)),
    !none && h("p", { class: "lead" }, locale.text("watchReads")),
    customersToday(context),
    none ? !areScored(data) && refusal(context) : list(context, rows));
}

function titleOf({ data, locale }: Context, [first]: CustomerAtRisk[]): string {
  if (data.watch.length === 0) return locale.text(areScored(data) ? "watchAllLost" : "watchNone");
  if (!first) return locale.text("watch");
  const [name, probability] = [isolated(first.name), locale.chance(first.probability)];
  return (first.expectedLoss ?? 0) > 0 ? locale.text("watchDearest", name, probability, locale.value("amount", first.revenue)) : locale.text("watchTitle", name, probability);
}

/** Lost customers are scored too, as long as they may come back, but are not on the list. */
function areScored(data: Context["data"]): boolean {
  return data.cards.scores.some(({ leaves }) => leaves !== undefined);
}

function refusal({ data, locale }: Context): HTMLElement {
  const notes = data.notes.filter(note => note.model === "churn").map(note => h("p", {}, shorten(locale.sentence(note.text), 1000)));
  return h("div", { class: "empty" }, ...(notes.length > 0 ? notes : [h("p", {}, locale.text("watchNeeds"))]));
}

function list(context: Context, rows: CustomerAtRisk[]): HTMLElement {
  const { locale } = context;
  return dataTable<CustomerAtRisk>({
    locale, rows, search: true, caption: locale.text("watch"), file: "customers-to-watch.csv",
    columns: [
      { label: locale.text("customer"), value: row => row.name, show: row => who(context, row) },
      ...ownerColumn(locale, rows),
      { label: locale.text("probability"), value: row => row.probability, show: row => chance(locale.chance(row.probability), row.probability, "worse") },
      { label: locale.text("revenueOfYear"), value: row => row.revenue, show: row => locale.value("amount", row.revenue) },
      { label: locale.text("expectedLoss"), value: row => row.expectedLoss, show: row => locale.value("amount", row.expectedLoss) },
      { label: locale.text("lastOrder"), value: row => row.lastOrder, show: row => row.lastOrder && locale.shortDay(row.lastOrder) },
      { label: locale.text("silence"), value: row => row.recency, show: row => silence(locale, row) },
      { label: locale.text("reasons"), value: row => reasonsFor(locale, row.reasons), show: row => h("span", { class: "reasons" }, reasonsFor(locale, row.reasons)), onPhone: "line" },
    ],
  });
}

function silence(locale: Context["locale"], row: CustomerAtRisk): HTMLElement | null {
  if (row.recency === undefined) return null;
  return h("span", {}, locale.wholeDays(row.recency), row.usualGap !== undefined && h("small", {}, locale.text("usualGap", locale.wholeDays(row.usualGap))));
}
