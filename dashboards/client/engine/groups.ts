import type { Day } from "../pageData";
import type { Choice } from "./choices";
import type { Days, Span } from "./days";
import { firstFrom, type Facts } from "./facts";
import { amountOf, outcomeOf } from "./history";
import { unknown, type Segments } from "./segments";
import { byStretch } from "./stretches";
import type { Tables } from "./tables";

export interface Deal { account: number; owner: string | undefined; amount: number | undefined; created: Day | undefined; closed: Day | undefined; outcome: "won" | "lost" | "open" }
/** waited: seconds to the first contact; followed: whether an opportunity came of it, where it had the time to. */
export interface Lead { account: number; owner: string | undefined; channel: string | undefined; day: Day; waited: number | undefined; followed: boolean | undefined }
export interface Complaint { account: number; day: Day | undefined; isSettled: boolean }
export interface Answer { account: number; day: Day | undefined; score: number }
/** What the lists say of a customer. */
export interface Bought { owner: string | undefined; channel: string | undefined; revenue: number; margin: number | undefined; profit: number | undefined; orders: number; firstOrder: Day | undefined; lastOrder: Day | undefined; lostSince: Day | undefined }

/** What changed before a loss, as the customers' facts number it (page/customers.sql). */
const changes: Readonly<Record<string, number>> = { late_delivery: 1, owner_change: 2, complaint: 4, price_rise: 8 };
const answers: Readonly<Record<string, number>> = { promoter: 4, detractor: 8, passive: 0 };
const [isComplaint, isLost, isOfLastYear, isLastAnswer, isSettled] = [1, 256, 32, 64, 128];

/** The facts behind a mark, one by one. */
export class Groups {
  constructor(private readonly tables: Tables, private readonly segments: Segments, private readonly days: Days) {}

  leads({ facts, ranges }: Choice, { from, to }: Span): Lead[] {
    const [days, waits, flags] = [facts.column("day"), facts.column("waited"), facts.column("flags")];
    return rowsIn(ranges, row => days[row]! >= from && days[row]! < to).map(row => ({
      account: facts.column("account")[row]!, owner: this.#name(facts, "owner", row), channel: this.#name(facts, "channel", row), day: this.days.day(days[row]!),
      waited: waits[row]! >= 0 ? waits[row]! : undefined, followed: flags[row]! & 1 ? (flags[row]! & 2) !== 0 : undefined,
    }));
  }

  created({ facts, ranges }: Choice, { from, to }: Span): Deal[] {
    const created = facts.column("created");
    return rowsIn(ranges, row => created[row]! >= from && created[row]! < to).map(row => this.#deal(facts, row));
  }

  won({ facts, ranges }: Choice, { from, to }: Span): Deal[] {
    const [closed, flags] = [facts.column("closed"), facts.column("flags")];
    return rowsIn(ranges, row => (flags[row]! & 1) !== 0 && closed[row]! >= from && closed[row]! < to).map(row => this.#deal(facts, row));
  }

  /** Accounts. */
  newCustomers({ facts, ranges }: Choice, { from, to }: Span): number[] {
    const [days, flags] = [facts.column("day"), facts.column("flags")];
    return rowsIn(ranges, row => flags[row] === 1 && days[row]! >= from && days[row]! < to).map(row => facts.column("account")[row]!);
  }

  lostFor(reason: number): Deal[] {
    const facts = this.tables.opportunities;
    return every(facts, row => facts.column("reason")[row] === reason).map(row => this.#deal(facts, row));
  }

  complaints(reason: number): Complaint[] {
    const { satisfaction } = this.tables;
    const [reasons, flags] = [satisfaction.column("reason"), satisfaction.column("flags")];
    return every(satisfaction, row => reasons[row] === reason && (flags[row]! & isComplaint) !== 0)
      .map(row => ({ account: satisfaction.column("account")[row]!, day: this.#day(satisfaction.column("day")[row]!), isSettled: (flags[row]! & isSettled) !== 0 }));
  }

  /** Customers that complained so in the year before they were lost, or until now. */
  complained(reason: number): number[] {
    const { satisfaction } = this.tables;
    const [reasons, flags] = [satisfaction.column("reason"), satisfaction.column("flags")];
    return [...new Set(every(satisfaction, row => reasons[row] === reason && (flags[row]! & isOfLastYear) !== 0).map(row => satisfaction.column("account")[row]!))];
  }

  /** Customers for whom that changed before they were lost, or until now. */
  changed(change: string): number[] {
    const { customers } = this.tables;
    const bit = Object.hasOwn(changes, change) ? changes[change]! : 0;
    return every(customers, row => (customers.column("changes")[row]! & bit) !== 0).map(row => customers.column("account")[row]!);
  }

  answered(answer: string): Answer[] {
    const { satisfaction } = this.tables;
    const [flags, scores, step] = [satisfaction.column("flags"), satisfaction.column("score"), satisfaction.step("score")];
    return every(satisfaction, row => (flags[row]! & isLastAnswer) !== 0 && (flags[row]! & 12) === answers[answer])
      .map(row => ({ account: satisfaction.column("account")[row]!, day: this.#day(satisfaction.column("day")[row]!), score: (scores[row]! * step) / 10_000 }));
  }

  /** Every customer with something above zero, the smallest first, up to half of them. */
  smallerHalf(measure: "revenue" | "margin" | "profit"): number[] {
    const { customers } = this.tables;
    const amounts = customers.column(measure);
    const rows = every(customers, row => amounts[row]! > 0).sort((a, b) => amounts[a]! - amounts[b]! || b - a);
    return rows.slice(0, Math.floor(rows.length / 2)).map(row => customers.column("account")[row]!);
  }

  bought(account: number): Bought | undefined {
    const { customers } = this.tables;
    const row = firstFrom(customers.column("account"), account);
    if (customers.column("account")[row] !== account) return undefined;
    const flags = customers.column("flags")[row]!;
    const money = (name: string) => (customers.column(name)[row]! * customers.step(name)) / 10_000;
    return {
      owner: this.#name(customers, "owner", row), channel: this.#name(customers, "channel", row),
      revenue: money("revenue"), margin: flags & 2048 ? money("margin") : undefined, profit: flags & 4096 ? money("profit") : undefined, orders: customers.column("orders")[row]!,
      firstOrder: this.#day(customers.column("first_order")[row]!), lastOrder: this.#day(customers.column("last_order")[row]!),
      lostSince: flags & isLost ? this.#day(this.tables.spells.column("ends")[this.tables.spells.starts()[account + 1]! - 1]!) : undefined,
    };
  }

  #deal(facts: Facts, row: number): Deal {
    const flags = facts.column("flags")[row]!;
    return {
      account: facts.column("account")[row]!, owner: this.#name(facts, "owner", row), amount: flags & 8 ? amountOf(facts, row) : undefined,
      created: this.#day(facts.column("created")[row]!), closed: this.#day(facts.column("closed")[row]!), outcome: outcomeOf(flags),
    };
  }

  #name(facts: Facts, dimension: string, row: number): string | undefined {
    const { column, codes } = facts.path(dimension)!;
    const name = this.segments.name(dimension, codes[column[row]!]!);
    return name === unknown ? undefined : name;
  }

  #day(day: number): Day | undefined {
    return day < 0 ? undefined : this.days.day(day);
  }
}

function every(facts: Facts, takes: (row: number) => boolean): number[] {
  return rowsIn(Int32Array.of(0, facts.rows), takes);
}

function rowsIn(ranges: Int32Array, takes: (row: number) => boolean): number[] {
  const rows: number[] = [];
  byStretch(ranges, find, { rows, takes });
  return rows;
}

function find({ rows, takes }: { rows: number[]; takes: (row: number) => boolean }, row: number, end: number): void {
  for (; row < end; row++) if (takes(row)) rows.push(row);
}
