import type { Content } from "../card/list";
import { chance } from "../chance";
import { wholeBase } from "../chapter";
import type { Context } from "../context";
import { h, isolated } from "../dom";
import type { Complaint } from "../engine/groups";
import type { Day } from "../pageData";
import { dataTable, type Column } from "../table";
import { ownerColumn } from "../who";
import { accountsOf, boughtColumns, byRevenue, nameColumn, type Account } from "./accounts";
import { lastYear } from "./deals";

type Owned = Account & { owner: string | undefined };

/** Customers won in the last twelve months. */
export function newCustomers(context: Context): Content {
  const { facts: { engine, selection }, locale } = context;
  const rows = owned(context, engine!.newCustomers(selection, lastYear(context)));
  return {
    id: "group-list",
    title: locale.plural("group.customers_new", rows.length, locale.count(rows.length)),
    body: [h("p", { class: "rule" }, locale.text("groupOfYear", locale.period(lastYear(context)))), table(context, rows, "new-customers.csv", [
      { label: locale.text("channel"), value: row => row.bought?.channel },
      { label: locale.text("firstOrder"), value: row => row.bought?.firstOrder, show: row => row.bought?.firstOrder && locale.shortDay(row.bought.firstOrder) },
    ])],
  };
}

interface Before { cause: string; outcome: "lost" | "kept"; complaints: readonly Complaint[] }

/** Customers that something went before: those that were lost, or those that stayed and may be called while there is time. */
export function withBefore(context: Context, accounts: number[], { cause, outcome, complaints }: Before): Content {
  const { data, locale } = context;
  const rows = owned(context, accounts).filter(row => (row.bought?.lostSince !== undefined) === (outcome === "lost"));
  const complainedOn = lastBefore(rows, complaints);
  const dayColumn: Column<Owned> = { label: locale.text("complainedOn"), value: row => complainedOn.get(row.account), show: row => { const day = complainedOn.get(row.account); return day && locale.shortDay(day); } };
  const leaves = new Map(data.cards.scores.map(score => [score.account, score.leaves]));
  const chanceColumn: Column<Owned> = {
    label: locale.text("probability"), value: row => leaves.get(row.account),
    show: row => { const likely = leaves.get(row.account); return likely !== undefined && chance(locale.chance(likely), likely, "worse"); },
  };
  return {
    id: "group-list",
    title: locale.plural(`group.${outcome}_with`, rows.length, locale.count(rows.length), isolated(cause)),
    body: [wholeBase(context), table(context, rows, `${outcome}-with.csv`, [
      ...(complainedOn.size > 0 ? [dayColumn] : []),
      ...(outcome === "kept" && rows.some(row => leaves.get(row.account) !== undefined) ? [chanceColumn] : []),
    ])],
  };
}

/** The day of each one's last complaint, of those lost the last one before that. */
function lastBefore(rows: readonly Owned[], complaints: readonly Complaint[]): Map<number, Day> {
  const lostSince = new Map(rows.map(row => [row.account, row.bought?.lostSince]));
  const days = new Map<number, Day>();
  for (const { account, day } of complaints) {
    const end = lostSince.get(account);
    if (day !== undefined && lostSince.has(account) && (end === undefined || day <= end) && day > (days.get(account) ?? "")) days.set(account, day);
  }
  return days;
}

/** Customers by their last answer. */
export function answered(context: Context, answer: string): Content | undefined {
  const { data, facts: { engine }, locale } = context;
  if (!data.service.outcomes.some(outcome => outcome.answer === answer)) return undefined;
  const answers = new Map(engine!.groups.answered(answer).map(given => [given.account, given]));
  const rows = owned(context, [...answers.keys()]);
  const lost = rows.filter(row => row.bought?.lostSince).length;
  return {
    id: "group-list",
    title: locale.plural("group.answered", rows.length, locale.count(rows.length), locale.code("answer", answer)),
    body: [wholeBase(context), h("p", { class: "rule" }, locale.plural("lostOfThem", lost, locale.count(lost))), table(context, rows, "last-answers.csv", [
      { label: locale.text("score"), value: row => answers.get(row.account)!.score, show: row => locale.value("score", answers.get(row.account)!.score) },
      { label: locale.text("answeredOn"), value: row => answers.get(row.account)!.day, show: row => { const { day } = answers.get(row.account)!; return day && locale.shortDay(day); } },
    ])],
  };
}

/** The half of the customers that bring least. */
export function smallerHalf(context: Context, measure: string): Content | undefined {
  const { data, facts: { engine }, locale } = context;
  if (!isMeasure(measure) || !data.worth.curves.some(curve => curve.measure === measure)) return undefined;
  const rows = owned(context, engine!.groups.smallerHalf(measure)).sort((a, b) => b.bought![measure]! - a.bought![measure]! || a.account - b.account);
  const together = rows.reduce((sum, row) => sum + row.bought![measure]!, 0);
  return {
    id: "group-list",
    title: locale.plural("group.smaller_half", rows.length, locale.count(rows.length), locale.midSentence(locale.code("measure", measure)), locale.value("amount", Math.round(together))),
    body: [wholeBase(context), table(context, rows, `smaller-half-${measure}.csv`, measure === "revenue" ? [] : [
      { label: locale.code("measure", measure), value: row => row.bought![measure], show: row => locale.value("amount", row.bought![measure]) },
    ])],
  };
}

function isMeasure(name: string): name is "revenue" | "margin" | "profit" {
  return ["revenue", "margin", "profit"].includes(name);
}

function owned(context: Context, accounts: readonly number[]): Owned[] {
  return accounts.map(accountsOf(context)).map(row => ({ ...row, owner: row.bought?.owner })).sort(byRevenue);
}

function table(context: Context, rows: Owned[], file: string, own: Column<Owned>[]): HTMLElement {
  const { locale } = context;
  return dataTable<Owned>({ locale, rows, search: true, caption: locale.text("customers"), file, columns: [nameColumn(context), ...own, ...ownerColumn(locale, rows), ...boughtColumns(context, rows)] });
}
