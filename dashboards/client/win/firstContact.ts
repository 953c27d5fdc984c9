import { asTable, chapter } from "../chapter";
import type { Context } from "../context";
import { dotChart } from "../dots";
import { h } from "../dom";
import { periodKey, type Fact } from "../facts";
import { dataTable } from "../table";

const kpi = "time_to_first_contact";

/** How long a lead waits until somebody speaks to it, in all and by the channel that brought it. */
export function firstContact(context: Context): HTMLElement | null {
  const { facts, locale } = context;
  const period = periodKey(facts.selection.period);
  const whole = facts.has(kpi) ? facts.whole(kpi, period) : undefined;
  if (whole?.value == null) return null;
  const channels = facts.of(kpi, "channel", period).filter(fact => fact.value !== null).sort((a, b) => a.value! - b.value! || a.segment.localeCompare(b.segment, locale.language));
  const title = whole.value === 0 ? locale.text("firstContactSameDay") : locale.text("firstContactTitle", locale.value("hours", whole.value));
  const lead = locale.text("firstContactReads", locale.capital(locale.period(facts.selection.period)), locale.count(whole.n), locale.count(whole.excluded));
  return chapter("first-contact", title, lead,
    channels.length > 1 && h("div", { class: "card" }, dotChart({
      context, base: whole.value, from: 0, to: Math.max(...channels.map(fact => fact.high ?? fact.value!), 1), direction: "down", format: value => locale.value("hours", value),
      lines: channels.map(fact => ({ ...fact, label: locale.segment(fact.segment), whose: { channel: fact.segment } })),
    })),
    asTable(context, () => table(context, channels.length > 1 ? channels : [whole])));
}

function table({ facts, locale }: Context, rows: Fact[]): HTMLElement {
  return dataTable({
    locale, rows, caption: locale.of(facts.kpi(kpi).label), file: "first-contact.csv",
    columns: [
      { label: locale.text("segment"), value: row => locale.segment(row.segment) },
      { label: locale.of(facts.kpi(kpi).label), value: row => row.value, show: row => locale.value("hours", row.value) },
      { label: `${locale.of(facts.kpi(kpi).label)}, n`, value: row => row.n },
      { label: locale.of(facts.kpi(kpi).excluded), value: row => row.excluded },
    ],
  });
}
