import type { Content } from "../card/list";
import { wholeBase } from "../chapter";
import type { Context } from "../context";
import { h, isolated, named, type Child } from "../dom";
import type { Complaint, Deal, Lead } from "../engine/groups";
import type { Day, Period } from "../pageData";
import { dataTable, type Column } from "../table";
import { ownerColumn } from "../who";
import { accountsOf, boughtColumns, nameColumn, type Account } from "./accounts";

/** The twelve months that the funnel counts. */
export function lastYear({ facts }: Context): Period {
  return facts.periods("ttm")[0]!;
}

/** The latest first: who they are, and whether somebody spoke to them. */
export function leads(context: Context): Content {
  const { facts: { engine, selection }, locale } = context;
  const rows = withAccounts(context, engine!.leads(selection, lastYear(context))).sort((a, b) => b.day.localeCompare(a.day) || a.account - b.account);
  return {
    id: "group-list",
    title: locale.plural("group.leads", rows.length, locale.count(rows.length)),
    body: [...readsOfYear(context, rows), dataTable<Account & Lead>({
      locale, rows, search: true, caption: locale.text("leadsCaption"), file: "leads.csv",
      columns: [
        nameColumn(context),
        dayColumn(context, "date", row => row.day),
        { label: locale.text("channel"), value: row => row.channel, show: row => row.channel && named(row.channel) },
        ...ownerColumn(locale, rows),
        { label: locale.text("contactedAfter"), value: hoursWaited, show: row => (row.waited === undefined ? locale.text("notContacted") : locale.value("hours", hoursWaited(row))) },
        { label: locale.text("becameOpportunity"), value: row => locale.text(row.followed === undefined ? "tooEarly" : row.followed ? "yes" : "no") },
      ],
    })],
  };
}

function hoursWaited({ waited }: Lead): number | undefined {
  return waited === undefined ? undefined : waited / 3600;
}

export function opportunitiesCreated(context: Context): Content {
  const { facts: { engine, selection }, locale } = context;
  const rows = withAccounts(context, engine!.opportunitiesCreated(selection, lastYear(context)));
  return {
    id: "group-list",
    title: locale.plural("group.opportunities_created", rows.length, locale.count(rows.length)),
    body: [...readsOfYear(context, rows), dealTable(context, rows, "opportunities-created.csv", [{ label: locale.text("outcome"), value: row => locale.text(`timeline.${row.outcome}`) }])],
  };
}

export function opportunitiesWon(context: Context): Content {
  const { facts: { engine, selection }, locale } = context;
  const rows = withAccounts(context, engine!.opportunitiesWon(selection, lastYear(context)));
  return {
    id: "group-list",
    title: locale.plural("group.opportunities_won", rows.length, locale.count(rows.length)),
    body: [...readsOfYear(context, rows), dealTable(context, rows, "opportunities-won.csv")],
  };
}

/** Opportunities lost for a recorded reason. */
export function lostFor(context: Context, reason: string): Content | undefined {
  const { data, facts: { engine }, locale } = context;
  const code = data.win.reasons.find(candidate => candidate.reason === reason)?.code;
  if (code === undefined) return undefined;
  const rows = withAccounts(context, engine!.groups.lostFor(code));
  return {
    id: "group-list",
    title: locale.plural("group.lost_for", rows.length, locale.count(rows.length), isolated(reason)),
    body: [wholeBase(context), h("p", { class: "rule" }, locale.text("largestFirst"), unnamed(context, rows)), dealTable(context, rows, "opportunities-lost.csv")],
  };
}

/** Complaints of one reason, the latest first. */
export function complainedOf(context: Context, reason: string): Content | undefined {
  const { data, facts: { engine }, locale } = context;
  const code = data.service.reasons.find(candidate => candidate.reason === reason)?.code;
  if (code === undefined) return undefined;
  const rows = withAccounts(context, engine!.groups.complaints(code)).sort((a, b) => (b.day ?? "").localeCompare(a.day ?? "") || a.account - b.account)
    .map(row => ({ ...row, owner: row.bought?.owner }));
  const settled: Column<Account & Complaint> = { label: locale.text("settled"), value: row => locale.text(row.isSettled ? "yes" : "no") };
  return {
    id: "group-list",
    title: locale.plural("group.complained_of", rows.length, locale.count(rows.length), isolated(locale.segment(reason))),
    body: [wholeBase(context), dataTable<typeof rows[number]>({
      locale, rows, search: true, caption: locale.text("complaints"), file: "complaints-of-one-reason.csv",
      columns: [
        nameColumn(context), dayColumn(context, "date", row => row.day),
        ...(rows.some(row => row.isSettled) ? [settled] : []),
        ...ownerColumn(locale, rows), ...boughtColumns(context, rows),
      ],
    })],
  };
}

function withAccounts<T extends { account: number }>(context: Context, rows: readonly T[]): (Account & T)[] {
  const accountOf = accountsOf(context);
  return rows.map(row => ({ ...row, ...accountOf(row.account) }));
}

function dayColumn<T>({ locale }: Context, label: "date" | "createdOn" | "closedOn", day: (row: T) => Day | undefined): Column<T> {
  return { label: locale.text(label), value: day, show: row => { const known = day(row); return known && locale.shortDay(known); } };
}

function dealTable(context: Context, found: (Account & Deal)[], file: string, own: Column<Account & Deal>[] = []): HTMLElement {
  const { locale } = context;
  const rows = found.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || (b.created ?? "").localeCompare(a.created ?? "") || a.account - b.account);
  return dataTable<Account & Deal>({
    locale, rows, search: true, caption: locale.text("opportunities"), file,
    columns: [
      nameColumn(context),
      { label: locale.text("amount"), value: row => row.amount, show: row => row.amount !== undefined && locale.value("amount", row.amount) },
      ...own,
      ...ownerColumn(locale, rows),
      dayColumn(context, "createdOn", row => row.created),
      dayColumn(context, "closedOn", row => row.closed),
    ],
  });
}

function readsOfYear(context: Context, rows: readonly Account[]): Child[] {
  return [h("p", { class: "rule" }, context.locale.text("groupOfYear", context.locale.period(lastYear(context))), unnamed(context, rows))];
}

/** Of a base of many prospects the page does not hold every name. */
function unnamed({ locale }: Context, rows: readonly Account[]): string | false {
  return rows.some(row => row.account > 0 && row.name === undefined) && ` ${locale.text("prospectsUnnamed")}`;
}
