import type { Engine } from "./engine/engine";
import type { Accounts, Selection } from "./engine/filter";
import type { FactTable } from "./facts";
import { Figures } from "./figures";
import type { Period } from "./pageData";
import type { State } from "./state";

const narrowed = new Map<string, Accounts>();

/** What the address asks for, as far as the data know it: made-up dimensions, segments and periods are left out. */
export function selectionOf({ filters, find, first, period }: State, table: FactTable, engine: Engine | undefined): Selection {
  const whole = { kind: "all" } as const;
  const chosen = new Figures(table, engine, { segments: {}, period: whole }).period(period) ?? whole;
  if (!engine) return { segments: {}, period: chosen };
  const segments = Object.entries(filters)
    .map(([dimension, names]) => [dimension, names.filter(name => engine.segments.code(dimension, name) !== undefined)] as const)
    .filter(([, names]) => names.length > 0);
  const cohort = new Figures(table, engine, { segments: {}, period: whole }).period(`quarter:${first}`);
  return { segments: Object.fromEntries(segments), period: chosen, ...(find || cohort ? { accounts: found(engine, find, cohort) } : {}) };
}

/** The same search is the same accounts, so that what was computed for it is not computed again. */
function found(engine: Engine, find: string, cohort: Period | undefined): Accounts {
  const key = `${cohort?.start ?? ""} ${find}`;
  let accounts = narrowed.get(key);
  if (!accounts) narrowed.set(key, accounts = both(find ? engine.search(find) : undefined, cohort && engine.cohort(cohort))!);
  return accounts;
}

function both(one: Accounts | undefined, other: Accounts | undefined): Accounts | undefined {
  return one && other ? one.map((passes, account) => passes & other[account]!) : one ?? other;
}
