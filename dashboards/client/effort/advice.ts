import { wholeBase } from "../chapter";
import type { Context } from "../context";
import { h, isolated, shorten } from "../dom";
import { periodKey } from "../facts";
import { enough } from "../noise";
import type { EffortSegment, GuardRail, Rate } from "../pageData";

/** The rules as sentences, each with the figures that triggered it; those that chance could explain are only counted. */
export function advice(context: Context, segments: EffortSegment[]): HTMLElement {
  const { locale } = context;
  const dimension = segments[0]?.dimension ?? "";
  const [rate, basket] = [base(context, dimension, "win_rate_closed_by_count"), base(context, dimension, "basket_per_order")];
  const advised = segments.filter(segment => segment.advice !== undefined);
  const sure = advised.filter(segment => apart(segment.winRate, rate) && apart(segment.basket, basket));
  return h("article", { class: "card" },
    h("h3", {}, locale.text("adviceTitle")),
    h("ul", { class: "plain advice" },
      ...sure.map(segment => h("li", { "data-segment": segment.segment.slice(0, 200) },
        h("b", {}, locale.code("advice", segment.advice!)), " ",
        locale.text(segment.advice === "campaign" ? "adviceCampaign" : "adviceInside", isolated(locale.segment(segment.segment)),
          locale.value("amount", segment.basket?.value), locale.value("amount", basket), locale.value("ratio", segment.winRate?.value), locale.value("ratio", rate)))),
      sure.length === 0 && h("li", {}, locale.text("adviceNone"))),
    advised.length > sure.length && h("p", { class: "rule" }, locale.plural("adviceUnsure", advised.length - sure.length, locale.count(advised.length - sure.length))),
    h("p", { class: "rule" }, locale.text("adviceRule")));
}

function base({ facts }: Context, dimension: string, kpi: string): number | null {
  const [year] = facts.periods("ttm");
  const period = facts.selection.period.kind === "all" ? year : facts.selection.period;
  return (facts.has(kpi) && period && facts.base(kpi, dimension, periodKey(period))?.value) || null;
}

function apart(rate: Rate | undefined, base: number | null): boolean {
  return rate !== undefined && base !== null && rate.n >= enough && rate.low !== undefined && rate.high !== undefined && (rate.low > base || rate.high < base);
}

/** What one figure's rise could hide in another. */
export function guardRails(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const found = grouped(data.effort.rules);
  if (found.length === 0) return null;
  return h("article", { class: "card" },
    h("h3", {}, locale.text("guardRails")),
    wholeBase(context),
    h("ul", { class: "plain" }, ...found.map(rails => h("li", {}, shorten(locale.of(rails[0]!.advice)), " ",
      h("small", {}, rails.slice(0, mostNamed).map(rail => instance(locale, rail)).join(locale.text("clause")), rails.length > mostNamed && locale.plural("andMore", rails.length - mostNamed, locale.count(rails.length - mostNamed)))))),
    found.some(rails => rails.some(isOfQuarter)) && h("p", { class: "rule" }, locale.text("railRule")));
}

const mostNamed = 8;

/** What is advised is said once for all that it is advised of. */
function grouped(rails: GuardRail[]): GuardRail[][] {
  const groups = new Map<string, GuardRail[]>();
  for (const rail of rails) {
    const key = `${rail.rule}\n${rail.advice.en}`;
    groups.set(key, [...(groups.get(key) ?? []), rail]);
  }
  return [...groups.values()];
}

function isOfQuarter({ subject }: GuardRail): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(subject);
}

function instance(locale: Context["locale"], rail: GuardRail): string {
  if (!isOfQuarter(rail)) return isolated(rail.subject);
  return locale.text("railQuarter", locale.period({ kind: "quarter", start: rail.subject }), locale.signed("ratio", rail.figure ?? 0), locale.signed("ratio", rail.otherFigure ?? 0));
}
