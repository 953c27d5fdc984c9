import type { Facts } from "./facts";

/** A KPI that is a median: which facts, by which day, and what each row brings (NaN: nothing). */
export interface MedianMeasure {
  table: "sales" | "opportunities" | "leads";
  day: string;
  x(facts: Facts, asOf: number): (row: number) => number;
  /** Which of the rows that bring nothing the figure leaves out and counts: 1, the others NaN. */
  leftOut?(facts: Facts): (row: number) => number;
  /** The rows wait for an event: Kaplan and Meier's median, not the plain one. */
  waiting?: true;
}

export const medianMeasures: Readonly<Record<string, MedianMeasure>> = {
  basket_median: {
    table: "sales", day: "day",
    x: facts => {
      const [amounts, flags, step] = [facts.column("amount"), facts.column("flags"), facts.step("amount")];
      return row => (flags[row]! & 1 ? (amounts[row]! * step) / 10_000 : NaN);
    },
  },
  sales_cycle_median: {
    table: "opportunities", day: "closed",
    x: facts => {
      const [created, closed, flags] = [facts.column("created"), facts.column("closed"), facts.column("flags")];
      return row => (flags[row]! & 1 && created[row]! >= 0 && closed[row]! >= created[row]! ? closed[row]! - created[row]! : NaN);
    },
    leftOut: facts => {
      const [created, closed, flags] = [facts.column("created"), facts.column("closed"), facts.column("flags")];
      return row => (flags[row]! & 1 && (created[row]! < 0 || closed[row]! < created[row]!) ? 1 : NaN);
    },
  },
  sales_cycle_waiting: {
    table: "opportunities", day: "created", waiting: true,
    x: (facts, asOf) => {
      const [created, closed, flags] = [facts.column("created"), facts.column("closed"), facts.column("flags")];
      return row => {
        if (flags[row]! & 4) return 2 * (asOf - created[row]!) + 1;
        return flags[row]! & 1 && closed[row]! >= created[row]! ? 2 * (closed[row]! - created[row]!) : NaN;
      };
    },
    leftOut: facts => {
      const [created, closed, flags] = [facts.column("created"), facts.column("closed"), facts.column("flags")];
      return row => (flags[row]! & 2 || (flags[row]! & 1 && closed[row]! < created[row]!) ? 1 : NaN);
    },
  },
  contacts_to_win: { table: "opportunities", day: "closed", x: facts => contacts(facts, 1), leftOut: facts => uncounted(facts, 1) },
  contacts_to_loss: { table: "opportunities", day: "closed", x: facts => contacts(facts, 2), leftOut: facts => uncounted(facts, 2) },
  time_to_first_contact: {
    table: "leads", day: "day",
    x: facts => {
      const waited = facts.column("waited");
      return row => (waited[row]! >= 0 ? waited[row]! / 3600 : NaN);
    },
    leftOut: facts => {
      const waited = facts.column("waited");
      return row => (waited[row]! < 0 ? 1 : NaN);
    },
  },
};

function contacts(facts: Facts, outcome: number): (row: number) => number {
  const [counts, flags] = [facts.column("contacts"), facts.column("flags")];
  return row => (flags[row]! & outcome && counts[row]! >= 0 ? counts[row]! : NaN);
}

function uncounted(facts: Facts, outcome: number): (row: number) => number {
  const [counts, flags] = [facts.column("contacts"), facts.column("flags")];
  return row => (flags[row]! & outcome && counts[row]! < 0 ? 1 : NaN);
}
