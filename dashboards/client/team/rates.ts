import { asTable } from "../chapter";
import type { Context } from "../context";
import { dotChart, type DotLine } from "../dots";
import { h, isolated, named } from "../dom";
import { periodKey } from "../facts";
import { standing } from "../noise";
import { dataTable } from "../table";

const winRate = "win_rate_closed_by_count";

/** Everyone together, then each one: of the whole base as the warehouse has them, under choices recomputed. */
function ratesOf({ data, facts }: Context): DotLine[] {
  if (!facts.isFiltered && facts.selection.period.kind === "all")
    return data.team.lines.flatMap(owner => (owner.winRate ? [{ label: owner.name, whose: { owner: owner.name }, n: owner.winRate.n, value: owner.winRate.value ?? null, low: owner.winRate.low ?? null, high: owner.winRate.high ?? null }] : []));
  const period = periodKey(facts.selection.period);
  const all = facts.base(winRate, "owner", period);
  return all ? [all, ...facts.of(winRate, "owner", period).filter(fact => fact.n > 0)].map(({ segment, n, value, low, high }) => ({ label: segment, whose: { owner: segment }, n, value, low, high })) : [];
}

/** Each one's win rate with its interval, beside that of all. */
export function rates(context: Context): HTMLElement | null {
  const { locale } = context;
  const [all, ...owners] = ratesOf(context);
  const base = all?.value ?? null;
  const lines = owners
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  if (lines.length === 0 || base === null) return null;
  const apart = (side: "better" | "worse") => lines.filter(line => standing({ direction: "up" }, line, { value: base }) === side).map(line => isolated(line.label));
  const [above, below] = [apart("better"), apart("worse")];
  const found = [
    above.length > 0 && locale.text("ratesAbove", locale.list(above.slice(0, 3), "conjunction")),
    below.length > 0 && locale.text("ratesBelow", locale.list(below.slice(0, 3), "conjunction")),
  ].filter(text => text !== false);
  return h("section", { id: "team-rates", tabindex: -1, "aria-labelledby": "team-rates-title" },
    h("h2", { id: "team-rates-title" }, found.length > 0 ? locale.capital(found.join(locale.text("clause"))) : locale.text("ratesSame")),
    h("p", { class: "lead" }, locale.text("ratesLead", locale.ratio(base), locale.count(all!.n), locale.capital(locale.period(context.facts.selection.period)))),
    h("div", { class: "card" }, dotChart({ context, lines, base, from: 0, to: 1, direction: "up", format: value => locale.ratio(value) })),
    h("p", { class: "rule" }, locale.text("ratesRule")),
    asTable({ locale }, () => dataTable<DotLine>({
      locale, rows: lines, caption: locale.text("winRateByOwner"), file: "team-win-rate.csv",
      columns: [
        { label: locale.text("owner"), value: row => row.label, show: row => named(row.label) },
        { label: locale.text("winRate"), value: row => row.value, show: row => locale.value("ratio", row.value) },
        { label: locale.text("low"), value: row => row.low, show: row => locale.value("ratio", row.low) },
        { label: locale.text("high"), value: row => row.high, show: row => locale.value("ratio", row.high) },
        { label: locale.text("decided"), value: row => row.n },
      ],
    })));
}
