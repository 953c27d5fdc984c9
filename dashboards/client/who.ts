import type { Context } from "./context";
import { h, named, svg, type Child } from "./dom";
import type { Locale } from "./locale";
import type { State } from "./state";
import type { Column } from "./table";

/** A customer's name, which opens its card where the page's facts know it. */
export function who({ choose }: Pick<Context, "choose">, { account, name }: { account?: number | undefined; name: string }): HTMLElement {
  if (account === undefined) return named(name);
  return h("button", { type: "button", class: "who", "data-account": account, click: () => choose({ customer: String(account) }) }, named(name));
}

/** One segment of each of some dimensions. */
export type Whose = Readonly<Record<string, string>>;

/** A mark of one or more segments, which leads to the list of their customers under the choices made so far. */
export function behind(context: Context, whose: Whose, ...content: Child[]): HTMLElement {
  return areKnown(context, whose) ? leading(context, chosenToo(context, whose), ...content) : h("span", {}, ...content);
}

/** A segment that no fact has cannot be chosen. */
function areKnown({ facts: { engine } }: Context, whose: Whose): boolean {
  return engine !== undefined && Object.entries(whose).every(([dimension, segment]) => engine.segments.code(dimension, segment) !== undefined);
}

/** Words that lead to the list of the customers of a choice, where the page knows them. */
export function leading({ choose, facts, locale }: Context, choice: Partial<State>, ...content: Child[]): HTMLElement {
  if (!facts.engine) return h("span", {}, ...content);
  return h("button", { type: "button", class: "behind", title: locale.text("listCustomers"), click: () => choose({ ...choice, list: true }) }, ...content);
}

/** Words that lead to the list of what a mark stands for (group/group.ts), where the facts know it. */
export function opening({ choose, facts, locale }: Context, group: string | undefined, ...content: Child[]): HTMLElement {
  if (!facts.engine || group === undefined) return h("span", {}, ...content);
  return h("button", { type: "button", class: "behind", title: locale.text("listCustomers"), click: () => choose({ group }) }, ...content);
}

/** A mark within a drawing, which has no words of its own. */
export function behindMark(context: Context, whose: Whose, name: string, ...marks: SVGElement[]): SVGElement {
  return areKnown(context, whose) ? leadingMark(() => context.choose({ ...chosenToo(context, whose), list: true }), name, ...marks) : svg("g", {}, ...marks);
}

/** The same of what a mark stands for. */
export function openingMark({ choose, facts }: Context, group: string, name: string, ...marks: SVGElement[]): SVGElement {
  return facts.engine ? leadingMark(() => choose({ group }), name, ...marks) : svg("g", {}, ...marks);
}

function leadingMark(lead: () => void, name: string, ...marks: SVGElement[]): SVGElement {
  const press = (event: Event) => {
    if (!["Enter", " "].includes((event as KeyboardEvent).key)) return;
    event.preventDefault();
    lead();
  };
  return svg("g", { class: "behind-mark", role: "button", tabindex: 0, "aria-label": name, click: lead, keydown: press }, svg("title", {}, name), ...marks);
}

function chosenToo({ state }: Context, whose: Whose): Pick<State, "filters"> {
  return { filters: { ...state.filters, ...Object.fromEntries(Object.entries(whose).map(([dimension, segment]) => [dimension, [segment]])) } };
}

/** Whose customers they are, where the exports say it of any. */
export function ownerColumn<T extends { owner?: string | undefined }>(locale: Locale, rows: readonly T[]): Column<T>[] {
  if (!rows.some(row => row.owner)) return [];
  return [{ label: locale.text("owner"), value: row => row.owner, show: row => row.owner && named(row.owner) }];
}
