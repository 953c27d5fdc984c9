import type { Language } from "./pageData";
import { pageNames, type PageName } from "./pages";

/** What the reader chose, kept in the address so that a link and the back button bring it again. */
export interface State {
  page: PageName;
  lang: Language;
  by: string;
  period: string;
  sort: string;
  all: boolean;
  /** The segments chosen of each dimension. */
  filters: Readonly<Record<string, readonly string[]>>;
  /** What a customer's name must hold. */
  find: string;
  /** The first day of the quarter of their first order. */
  first: string;
  /** The two segments set against each other. */
  a: string;
  b: string;
  /** The customer whose card is open, by its number in the facts. */
  customer: string;
  /** Whether the customers of the selection are listed. */
  list: boolean;
  /** What a mark stands for whose list is open (group/group.ts). */
  group: string;
  /** What counts in the ranking of segments (effort/score.ts). */
  weights: string;
}

const filterPrefix = "in.";

export function noFilters(): Pick<State, "filters" | "find" | "first" | "period"> {
  return { filters: {}, find: "", first: "", period: "all" };
}

export function readState(hash: string, defaults: State): State {
  const chosen = new URLSearchParams(hash.replace(/^#/, ""));
  const lang = chosen.get("lang");
  const page = chosen.get("page") as PageName;
  return {
    page: pageNames.includes(page) ? page : defaults.page,
    lang: lang === "fr" || lang === "en" ? lang : defaults.lang,
    by: chosen.get("by") ?? defaults.by,
    period: chosen.get("period") ?? defaults.period,
    sort: chosen.get("sort") ?? defaults.sort,
    all: chosen.get("all") === "1",
    filters: readFilters(chosen),
    find: chosen.get("find") ?? defaults.find,
    first: chosen.get("first") ?? defaults.first,
    a: chosen.get("a") ?? defaults.a,
    b: chosen.get("b") ?? defaults.b,
    customer: chosen.get("customer") ?? defaults.customer,
    list: chosen.get("list") === "1",
    group: chosen.get("group") ?? defaults.group,
    weights: chosen.get("weights") ?? defaults.weights,
  };
}

export function writeState(state: State): string {
  const { all, list, filters, find, first, a, b, customer, group, weights, ...texts } = state;
  const written = new URLSearchParams(texts);
  if (all) written.set("all", "1");
  if (list) written.set("list", "1");
  for (const [key, value] of Object.entries({ first, a, b, customer, group, weights })) if (value) written.set(key, value);
  for (const [dimension, segments] of Object.entries(filters)) for (const segment of segments) written.append(filterPrefix + dimension, segment);
  if (find) written.set("find", find);
  return "#" + written.toString();
}

/** Any name may stand in an address, even that of a property that every object has. */
function readFilters(chosen: URLSearchParams): State["filters"] {
  const filters = Object.create(null) as Record<string, string[]>;
  for (const [key, segment] of chosen) if (key.startsWith(filterPrefix)) (filters[key.slice(filterPrefix.length)] ??= []).push(segment);
  return filters;
}
