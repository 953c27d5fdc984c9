import type { Engine } from "./engine/engine";
import type { Accounts, Selection } from "./engine/filter";
import type { FactTable } from "./facts";
import { Figures } from "./figures";
import type { State } from "./state";

const searches = new Map<string, Accounts>();

/** What the address asks for, as far as the data know it: made-up dimensions, segments and periods are left out. */
export function selectionOf({ filters, find, period }: State, table: FactTable, engine: Engine | undefined): Selection {
  const whole = { kind: "all" } as const;
  const chosen = new Figures(table, engine, { segments: {}, period: whole }).period(period) ?? whole;
  if (!engine) return { segments: {}, period: chosen };
  const segments = Object.entries(filters)
    .map(([dimension, names]) => [dimension, names.filter(name => engine.segments.code(dimension, name) !== undefined)] as const)
    .filter(([, names]) => names.length > 0);
  return { segments: Object.fromEntries(segments), period: chosen, ...(find ? { accounts: found(find, engine) } : {}) };
}

/** The same search is the same accounts, so that what was computed for it is not computed again. */
function found(find: string, engine: Engine): Accounts {
  let accounts = searches.get(find);
  if (!accounts) searches.set(find, accounts = engine.search(find));
  return accounts;
}
