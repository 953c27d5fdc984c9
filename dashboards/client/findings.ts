import type { Context } from "./context";
import { h, isolated } from "./dom";
import { effortFinding } from "./effort/effort";
import type { PageName } from "./pages";
import { segmentFinding } from "./segments";
import { voiceFinding } from "./service/voice";
import type { State } from "./state";
import { teamFinding } from "./team/target";

type Found = [PageName, string | null, Partial<State>?];

/** What the whole base says beyond chance, a sentence for each page that has one: where to look first. */
export function findings({ facts, ...chosen }: Context): HTMLElement | null {
  const context = { ...chosen, facts: facts.ofAll };
  const { choose, locale } = context;
  const found = all(context).filter((one): one is [PageName, string, Partial<State>?] => one[1] !== null && context.data.pages.includes(one[0]));
  if (found.length === 0) return null;
  return h("section", { id: "findings", tabindex: -1, "aria-labelledby": "findings-title" },
    h("h2", { id: "findings-title" }, locale.text("findings")),
    h("ul", { class: "findings" }, ...found.map(([page, text, change]) => h("li", {},
      h("button", { type: "button", "data-page": page, click: () => choose({ ...change, page }) }, h("span", { class: "finding-page" }, locale.text(page)), h("span", {}, text))))),
    h("p", { class: "rule" }, locale.text("findingsRule")));
}

function all(context: Context): Found[] {
  return [
    ["segments", ...effortFinding(context)],
    ["segments", segmentFinding(context), { by: context.state.by }],
    ["keep", dropOffs(context)],
    ["pareto", shares(context)],
    ["pareto", rising(context)],
    ["team", teamFinding(context)],
    ["service", voiceFinding(context)],
  ];
}

function dropOffs({ data, locale }: Context): string | null {
  const rows = data.keep.dropOffs;
  if (rows.length === 0) return null;
  const dearest = isolated(rows[0]!.name);
  return locale.plural("findingDropOffs", rows.length, locale.count(rows.length), locale.value("amount", rows.reduce((sum, row) => sum + (row.atStake ?? 0), 0)), dearest);
}

function shares({ data, facts, locale }: Context): string | null {
  const set = facts.has("pareto_customers") ? facts.ofWholeBase("pareto_customers") : undefined;
  const first = data.base.top[0];
  if (!set || !first?.revenue || first.cumulativeShare === undefined) return null;
  return locale.plural("findingPareto", set, locale.count(set), isolated(first.name), locale.ratio(first.cumulativeShare));
}

function rising({ data, locale }: Context): string | null {
  const [first] = data.rising;
  return first ? locale.plural("findingRising", data.rising.length, locale.count(data.rising.length), isolated(first.name), locale.ratio(first.probability)) : null;
}
