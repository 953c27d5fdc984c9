import { asTable, wholeBase } from "../chapter";
import type { Context } from "../context";
import { dotChart } from "../dots";
import { h, isolated, named } from "../dom";
import type { ComplaintReason, Outcome } from "../pageData";
import { dataTable } from "../table";
import { opening } from "../who";

/** Why customers complain, and how often each reason came before a loss. */
export function reasons(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const found = data.service.reasons;
  if (found.length === 0) return null;
  const all = found.reduce((total, reason) => total + reason.complaints, 0);
  const [first] = found;
  return h("section", { id: "complaints", tabindex: -1, "aria-labelledby": "complaints-title" },
    h("h2", { id: "complaints-title" }, all >= 10
      ? locale.text("complaintsTitle", isolated(locale.segment(first!.reason)), locale.ratio(first!.complaints / all))
      : locale.text("reasonsFew")),
    h("p", { class: "lead" }, locale.text("association")),
    wholeBase(context),
    dataTable<ComplaintReason>({
      locale, rows: found, caption: locale.text("reasonsCaption"), file: "complaints.csv",
      columns: [
        { label: locale.text("reason"), value: row => locale.segment(row.reason), show: row => opening(context, row.code === undefined ? undefined : `complained_of:${row.reason}`, named(locale.segment(row.reason))) },
        { label: locale.text("complaints"), value: row => row.complaints },
        { label: locale.text("share"), value: row => row.complaints / all, show: row => locale.ratio(row.complaints / all) },
        { label: locale.text("amongLost"), value: row => part(row.lostWith, row.lost), show: row => opening(context, among(row.lostWith, `lost_after_complaint:${row.reason}`), shareOf(locale, row.lostWith, row.lost)) },
        { label: locale.text("amongKept"), value: row => part(row.keptWith, row.kept), show: row => opening(context, among(row.keptWith, `kept_after_complaint:${row.reason}`), shareOf(locale, row.keptWith, row.kept)) },
        { label: locale.text("verdict"), value: row => (row.lost === undefined ? null : locale.text(row.moreThanNoise ? "moreAmongLost" : "notMoreAmongLost")), onPhone: "line" },
      ],
    }));
}

/** A share of nobody leads nowhere. */
function among(some: number | undefined, group: string): string | undefined {
  return some ? group : undefined;
}

function part(some: number | undefined, all: number | undefined): number | null {
  return some === undefined || !all ? null : some / all;
}

function shareOf(locale: Context["locale"], some: number | undefined, all: number | undefined): HTMLElement | null {
  const share = part(some, all);
  return share === null ? null : h("span", {}, locale.ratio(share), h("small", {}, locale.text("sharePart", locale.count(some!), locale.count(all!))));
}

/** Whether unhappy customers left more than the others: by the level of their last answer. */
export function outcomes(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const found = data.service.outcomes;
  if (found.length < 2) return null;
  const of = (answer: string) => found.find(outcome => outcome.answer === answer);
  const [unhappy, happy] = [of("detractor"), of("promoter")];
  const more = unhappy && happy && unhappy.customers >= 10 && happy.customers >= 10 && unhappy.low! > happy.high!;
  const all = found.reduce((total, outcome) => ({ lost: total.lost + outcome.lost, customers: total.customers + outcome.customers }), { lost: 0, customers: 0 });
  return h("section", { id: "outcomes", tabindex: -1, "aria-labelledby": "outcomes-title" },
    h("h2", { id: "outcomes-title" }, more
      ? locale.text("outcomesMore", locale.ratio(unhappy.lost / unhappy.customers), locale.ratio(happy.lost / happy.customers))
      : unhappy && happy ? locale.text("outcomesSame", locale.ratio(unhappy.lost / unhappy.customers), locale.ratio(happy.lost / happy.customers)) : locale.text("outcomesCaption")),
    h("p", { class: "lead" }, locale.text("association")),
    wholeBase(context),
    h("div", { class: "card" }, dotChart({
      context, base: all.lost / all.customers, from: 0, to: 1, direction: "down", format: value => locale.ratio(value),
      lines: found.map(outcome => ({ label: locale.code("answer", outcome.answer), group: `answered:${outcome.answer}`, n: outcome.customers, value: outcome.lost / outcome.customers, low: outcome.low ?? null, high: outcome.high ?? null })),
    })),
    h("p", { class: "rule" }, locale.text("outcomesRule")),
    asTable({ locale }, () => dataTable<Outcome>({
      locale, rows: found, caption: locale.text("outcomesCaption"), file: "satisfaction-and-attrition.csv",
      columns: [
        { label: locale.text("lastAnswer"), value: row => locale.code("answer", row.answer) },
        { label: locale.text("customers"), value: row => row.customers },
        { label: locale.text("lostAfter"), value: row => row.lost },
        { label: locale.text("low"), value: row => row.low, show: row => locale.value("ratio", row.low) },
        { label: locale.text("high"), value: row => row.high, show: row => locale.value("ratio", row.high) },
      ],
    })));
}
