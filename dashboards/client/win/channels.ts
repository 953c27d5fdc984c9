import { asTable, chapter } from "../chapter";
import type { Comparison, Line } from "../comparison";
import type { Context } from "../context";
import { isolated } from "../dom";
import { countInterval } from "../engine/intervals";
import { periodKey } from "../facts";
import { enough } from "../noise";
import { Panels } from "../panels";
import { dataTable, type Column } from "../table";

const compared = ["cac", "marketing_conversion", "win_rate_closed_by_count"];

/** What a customer costs by the channel that brought it, beside how well the channel's leads and deals end. */
export function channels(context: Context): HTMLElement | null {
  const { facts, locale } = context;
  const period = facts.series("cac", "ttm")[0]?.period;
  if (!period || !facts.has("cac")) return null;
  const comparison = byChannel(context, periodKey(period));
  if (comparison.lines.length < 2) return null;
  const costs = comparison.lines.filter(line => line.segment !== "(unknown)" && line.facts[0]?.value != null && line.facts[0].n >= enough);
  const [dear, cheap] = [costs.at(-1), costs[0]];
  const title = dear && cheap && areApart(cheap, dear)
    ? locale.text("channelsTitle", isolated(locale.segment(cheap.segment)), locale.value("amount", cheap.facts[0]!.value), isolated(locale.segment(dear.segment)), locale.value("amount", dear.facts[0]!.value))
    : locale.text("channelsNeutral");
  const panels = new Panels();
  panels.draw(context, comparison, comparison.lines.length);
  return chapter("channels", title, `${locale.period(period)}. ${locale.text("channelsReads", locale.of(facts.kpi("cac").formula))}`,
    panels.element,
    asTable(context, () => table(context, comparison)));
}

/** The money is spent; how many customers it won is left to chance: apart where the costs at the ends of their intervals do not meet. */
function areApart(cheap: Line, dear: Line): boolean {
  const [most, least] = [countInterval(cheap.facts[0]!.n, cheap.facts[0]!.n)![0], countInterval(dear.facts[0]!.n, dear.facts[0]!.n)![1]];
  return cheap.facts[0]!.value! / most < dear.facts[0]!.value! / least;
}

function byChannel({ facts, locale }: Context, period: string): Comparison {
  const kpis = compared.filter(kpi => facts.has(kpi)).map(kpi => facts.kpi(kpi));
  const lines = new Map<string, Line>();
  kpis.forEach((kpi, place) => {
    for (const fact of facts.of(kpi.name, "channel", period)) {
      const line = lines.get(fact.segment) ?? { segment: fact.segment, facts: kpis.map(() => undefined) };
      line.facts[place] = fact;
      lines.set(fact.segment, line);
    }
  });
  const cost = (line: Line) => line.facts[0]?.value ?? Infinity;
  return {
    by: "channel",
    kpis,
    lines: [...lines.values()].sort((a, b) => cost(a) - cost(b) || a.segment.localeCompare(b.segment, locale.language)),
    bases: kpis.map(kpi => facts.base(kpi.name, "channel", period)),
  };
}

function table({ locale }: Context, { kpis, lines }: Comparison): HTMLElement {
  const columns: Column<Line>[] = [{ label: locale.text("segment"), value: line => locale.segment(line.segment) }];
  kpis.forEach((kpi, place) => columns.push(
    { label: locale.of(kpi.label), value: line => line.facts[place]?.value, show: line => locale.value(kpi.unit, line.facts[place]?.value) },
    { label: `${locale.of(kpi.label)}, n`, value: line => line.facts[place]?.n }));
  return dataTable({ locale, caption: locale.text("channelsNeutral"), file: "channels.csv", columns, rows: lines });
}
