import type { Day } from "../pageData";
import type { Days } from "./days";
import type { Facts } from "./facts";

export interface Sale { day: Day; amount: number; products: string[] }
export interface Opportunity { created: Day; closed: Day | undefined; outcome: "won" | "lost" | "open"; amount: number }
export interface Contact { day: Day; kind: "call" | "email" | "visit" | "meeting" | "activity" }
export interface Voice { day: Day; kind: "complaint" | "answer"; score: number | undefined }

/** A customer's past, each list by day. */
export interface Past {
  orders: number;
  revenue: number;
  margin: number | undefined;
  profit: number | undefined;
  firstOrder: Day | undefined;
  lastOrder: Day | undefined;
  /** From when on it counts as lost; none where it does not, or has come back. */
  lostSince: Day | undefined;
  sales: Sale[];
  opportunities: Opportunity[];
  contacts: Contact[];
  voices: Voice[];
}

export interface History extends Past { name: string; segments: (readonly [dimension: string, segment: string])[] }

type Tables = Record<"customers" | "sales" | "opportunities" | "activities" | "satisfaction" | "spells", Facts>;

export function historyOf(account: number, tables: Tables, days: Days, productsOf: (sale: number) => string[]): Past {
  const { customers, sales, opportunities, activities, satisfaction, spells } = tables;
  const row = customers.column("account").indexOf(account);
  const [money, flags] = [(name: string) => (customers.column(name)[row]! * customers.step(name)) / 10_000, customers.column("flags")[row]!];
  const dayOf = (day: number) => (day < 0 ? undefined : days.day(day));
  return {
    orders: customers.column("orders")[row]!,
    revenue: money("revenue"),
    margin: flags & 2048 ? money("margin") : undefined,
    profit: flags & 4096 ? money("profit") : undefined,
    firstOrder: dayOf(customers.column("first_order")[row]!),
    lastOrder: dayOf(customers.column("last_order")[row]!),
    lostSince: dayOf(lostDay(spells, account, days.asOf)),
    sales: dated(sales, account, "day", days, (sale, day) => ({ day, amount: amountOf(sales, sale), products: productsOf(sale) })),
    opportunities: dated(opportunities, account, "created", days, (deal, created) => ({
      created, closed: dayOf(opportunities.column("closed")[deal]!), outcome: outcomeOf(opportunities.column("flags")[deal]!), amount: amountOf(opportunities, deal),
    })),
    contacts: dated(activities, account, "day", days, (activity, day) => ({ day, kind: kindOf(activities.column("flags")[activity]!) })),
    voices: dated(satisfaction, account, "day", days, (voice, day) => {
      const isComplaint = (satisfaction.column("flags")[voice]! & 1) !== 0;
      return { day, kind: isComplaint ? "complaint" : "answer", score: isComplaint ? undefined : (satisfaction.column("score")[voice]! * satisfaction.step("score")) / 10_000 };
    }),
  };
}

/** Of an account's stretches as a customer, which lie in order, the last one tells. */
function lostDay(spells: Facts, account: number, asOf: number): number {
  const last = spells.column("account").lastIndexOf(account);
  return last >= 0 && spells.column("back")[last] === -1 && spells.column("ends")[last]! <= asOf ? spells.column("ends")[last]! : -1;
}

/** The account's rows of a table that have a day, the first one first. */
function dated<T>(facts: Facts, account: number, by: string, days: Days, map: (row: number, day: Day) => T): T[] {
  const [accounts, numbers] = [facts.column("account"), facts.column(by)];
  const rows: number[] = [];
  for (let row = 0; row < facts.rows; row++) if (accounts[row] === account && numbers[row]! >= 0) rows.push(row);
  return rows.sort((a, b) => numbers[a]! - numbers[b]!).map(row => map(row, days.day(numbers[row]!)));
}

export function amountOf(facts: Facts, row: number): number {
  return (facts.column("amount")[row]! * facts.step("amount")) / 10_000;
}

export function outcomeOf(flags: number): Opportunity["outcome"] {
  return flags & 1 ? "won" : flags & 2 ? "lost" : "open";
}

function kindOf(flags: number): Contact["kind"] {
  if (flags & 1) return "call";
  if (flags & 8) return "email";
  if (flags & 16) return "visit";
  return flags & 96 ? "meeting" : "activity";
}
