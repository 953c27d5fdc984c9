import { changeOf, changeText } from "./change";
import type { Context } from "./context";
import { h, isolated } from "./dom";
import { effortFinding } from "./effort/effort";
import { tablesFor, type TableName } from "./engine/tables";
import { periodKey } from "./facts";
import type { Figures } from "./figures";
import type { Live, PageName } from "./pages";
import { segmentFinding } from "./segments";
import { voiceFinding } from "./service/voice";
import type { State } from "./state";
import { teamFinding } from "./team/target";

/** Where the figures that these facts make are looked into. */
const pageOf: Record<TableName, PageName> = {
  sales: "segments", opportunities: "win", leads: "win", acquisition: "win", spend: "win", activities: "team", spells: "keep", customers: "pareto", satisfaction: "service",
};

type Found = [PageName, string | null, Partial<State>?];

/** What the whole base says beyond chance, a sentence for each page that has one: where to look first. Made once, and again when the facts are there to compare years by. */
export function findings(context: Context): Live {
  const { locale } = context;
  const list = h("ul", { class: "findings" });
  const section = h("section", { id: "findings", tabindex: -1, "aria-labelledby": "findings-title" },
    h("h2", { id: "findings-title" }, locale.text("findings")), list, h("p", { class: "rule" }, locale.text("findingsRule"), h("span", { class: "on-screen" }, ` ${locale.text("findingsOpen")}`)));
  let made: Figures["engine"] | null = null;

  function draw(now: Context): void {
    if (made === now.facts.engine) return;
    made = now.facts.engine;
    // Where nothing is chosen, the tiles ask for the same.
    const found = foundIn(now.facts.isChosen ? { ...now, facts: now.facts.ofAll } : now);
    section.hidden = found.length === 0;
    list.replaceChildren(...found.map(([page, text, change]) => h("li", {},
      h("button", { type: "button", "data-page": page, click: () => now.choose({ ...change, page }) }, h("span", { class: "finding-page" }, locale.text(page)), h("span", {}, text)))));
  }

  draw(context);
  return { section, draw };
}

function foundIn(context: Context): [PageName, string, Partial<State>?][] {
  return all(context).filter((one): one is [PageName, string, Partial<State>?] => one[1] !== null && context.data.pages.includes(one[0]));
}

function all(context: Context): Found[] {
  return [
    ...moved(context),
    ["segments", ...effortFinding(context)],
    ["segments", segmentFinding(context), { by: context.state.by }],
    ["keep", dropOffs(context)],
    ["pareto", shares(context)],
    ["pareto", rising(context)],
    ["team", teamFinding(context)],
    ["service", voiceFinding(context)],
  ];
}

/** The overview's figures that a year has changed beyond chance, those that grew worse first; each opens where it is compared by segment, else where its facts are looked into. */
function moved(context: Context): Found[] {
  const { data, facts, locale } = context;
  const [year] = facts.periods("ttm");
  if (!year) return [];
  const found = data.tiles.flatMap(tile => {
    const kpi = facts.kpi(tile.kpi);
    const [shown, now] = [facts.headline(kpi.name), facts.whole(kpi.name, periodKey(year))];
    const change = shown && now && changeOf(context, kpi, shown);
    if (!change || (change.standing !== "worse" && change.standing !== "better")) return [];
    return [{ kpi, standing: change.standing, text: locale.text("findingMoved", locale.of(kpi.label), locale.value(kpi.unit, now.value), changeText(locale, kpi, change), locale.text(`change.${change.standing}`)) }];
  });
  return ["worse", "better"].flatMap(standing => found.filter(one => one.standing === standing)).slice(0, 3).map(({ kpi, text }): Found =>
    (data.segmentKpis.includes(kpi.name) ? ["segments", text, { sort: kpi.name }] : [pageOf[tablesFor(kpi.name)[0]!], text]));
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
