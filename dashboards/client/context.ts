import type { Figures } from "./figures";
import type { Locale } from "./locale";
import type { PageData } from "./pageData";
import type { State } from "./state";

/** What every section of the page is drawn from. */
export interface Context {
  data: PageData;
  facts: Figures;
  locale: Locale;
  state: State;
  choose(change: Partial<State>): void;
}

/** "accounts", a part of it that has a name of its own ("orders.cost"), "accounts.sector" or a table unknown here, as the reader would name the export. */
export function exportLabel({ data, locale }: Pick<Context, "data" | "locale">, name: string): string {
  const part = isPart({ data }, name) && data.tables.find(candidate => candidate.name === name);
  if (part) return locale.of(part.label);
  const [table = name, column] = name.split(/[./]/);
  const found = data.tables.find(candidate => candidate.name === table);
  const label = found ? locale.of(found.label) : table === "scores" ? locale.text("scores") : table;
  return column ? locale.text("column", label, column) : label;
}

/** Something that an export may hold or not, and not an export of its own. */
export function isPart({ data }: Pick<Context, "data">, name: string): boolean {
  return name.includes(".") && data.tables.some(table => table.name === name);
}

export function exportLabels(context: Pick<Context, "data" | "locale">, names: string[]): string {
  return context.locale.list(names.map(name => exportLabel(context, name)), "conjunction");
}

/** The same as long as the figures that a part shows cannot have changed. */
export function selectionKey({ facts, state }: Context): string {
  return JSON.stringify([state.period, state.filters, state.find, state.first, facts.engine !== undefined]);
}
