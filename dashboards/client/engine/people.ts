import type { Choices } from "./choices";
import type { NamePart, Numbers } from "./columns";
import type { Days, Span } from "./days";
import type { Accounts, Selection } from "./filter";
import { CustomerNames } from "./customerNames";
import { historyOf, type History } from "./history";
import { rank, type Ranking } from "./pareto";
import { firstOrders, purchasesOf } from "./purchases";
import type { Sales } from "./sales";
import type { Segments } from "./segments";
import { byStretch } from "./stretches";
import type { Tables } from "./tables";

/** The customers by name. */
export class People {
  readonly names: CustomerNames;

  constructor(private readonly tables: Tables, private readonly sales: Sales, private readonly choices: Choices, names: readonly NamePart[]) {
    this.names = new CustomerNames(tables.customers.column("account"), names);
  }

  /** How many customers a selection lets through, out of all of them. */
  counted(selection: Selection): { customers: number; of: number } {
    const { ranges } = this.choices.customers(selection);
    let customers = 0;
    for (let place = 0; place < ranges.length; place += 2) customers += ranges[place + 1]! - ranges[place]!;
    return { customers, of: this.tables.customers.rows };
  }

  /** The accounts of the customers that a selection lets through. */
  accounts(selection: Selection): Accounts {
    const { ranges } = this.choices.customers(selection);
    const account = this.tables.customers.column("account");
    const found = new Uint8Array(this.choices.count("customer"));
    byStretch(ranges, mark, { account, found });
    return found;
  }

  /** One in so many of the accounts. */
  some(every: number): Accounts {
    return Uint8Array.from({ length: this.choices.count("customer") }, (_, account) => Number(account % every === 1));
  }

  /** The accounts whose first order lies in a span. */
  cohort({ from, to }: Span): Accounts {
    const firsts = this.#firsts ??= firstOrders(this.tables.sales, this.choices.count("customer"));
    return Uint8Array.from(firsts, day => (day >= Math.max(0, from) && day < to ? 1 : 0));
  }

  #firsts: Int32Array | undefined;

  /** The customers of a selection by what they bought in it, the greatest revenue first. */
  ranked(selection: Selection, days: Days): Ranking & { names: CustomerNames; of(account: number): { orders: number; margin: number | null } } {
    const { sales } = this.tables;
    const ignored = this.choices.dimensions.filter(dimension => !sales.path(dimension));
    const choice = this.choices.of("sales", selection, "customer", ignored);
    const { orders, revenue, costed, costedRevenue, cost } = purchasesOf(choice, days.span(selection.period));
    const [step, costStep] = [choice.facts.step("amount"), choice.facts.step("cost")];
    const amounts = new Float64Array(orders.length).fill(NaN);
    for (const account of this.tables.customers.column("account")) if (orders[account]! > 0) amounts[account] = revenue[account]!;
    return {
      ...rank(amounts, step), names: this.names,
      of: account => ({ orders: orders[account]!, margin: costed[account]! > 0 ? (costedRevenue[account]! * step - cost[account]! * costStep) / 10_000 : null }),
    };
  }

  /** All that the facts hold of one customer; undefined for a number that is no customer's. */
  history(account: number, segments: Segments, days: Days): History | undefined {
    const name = this.names.get(account);
    if (name === undefined) return undefined;
    const { customers } = this.tables;
    const row = customers.column("account").indexOf(account);
    const own = segments.dimensions.flatMap(dimension => {
      const path = customers.path(dimension);
      const code = path ? path.codes[path.column[row]!]! : 0;
      return code > 0 ? [[dimension, segments.of(dimension)[code]!] as const] : [];
    });
    return { name, segments: own, ...historyOf(account, this.tables, days, sale => this.sales.products(sale).map(code => segments.name("product", code))) };
  }
}

function mark({ account, found }: { account: Numbers; found: Accounts }, row: number, end: number): void {
  for (; row < end; row++) found[account[row]!] = 1;
}
