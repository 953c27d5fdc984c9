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
  };
}

export function writeState(state: State): string {
  const { all, ...texts } = state;
  return "#" + new URLSearchParams(all ? { ...texts, all: "1" } : texts).toString();
}
