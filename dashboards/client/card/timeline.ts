import type { Context } from "../context";
import { h, svg } from "../dom";
import type { Contact, History } from "../engine/history";
import type { Day } from "../pageData";

/** A phone has room for half as wide a one, drawn as large. */
const widths = { screen: 720, phone: 350 };
const edge = { left: 92, right: 10 };
const orders = { top: 12, bottom: 92 };
const lanes = { deals: 116, contacts: 140, voices: 164 };
const height = 196;

const lane: Record<Contact["kind"], string> = { call: "contact-call", email: "contact-email", visit: "contact-visit", meeting: "contact-meeting", activity: "contact-email" };

/** Orders as stems over time; below them opportunities, contacts, complaints and answers on the same days. */
export function timeline({ data, locale }: Context, history: History): HTMLElement {
  const width = matchMedia("(max-width: 560px)").matches ? widths.phone : widths.screen;
  const from = Date.parse(data.run.dataFrom ?? data.run.asOf);
  const to = Date.parse(data.run.asOf);
  const x = (day: Day) => edge.left + (Math.min(1, Math.max(0, (Date.parse(day) - from) / (to - from || 1))) * (width - edge.left - edge.right));
  const most = Math.max(...history.sales.map(sale => sale.amount), 1);
  const y = (amount: number) => orders.bottom - (Math.max(0, amount) / most) * (orders.bottom - orders.top);
  const name = (at: number, text: string) => svg("text", { x: edge.left - 10, y: at + 4, "text-anchor": "end" }, text);
  const drawn = svg("svg", { class: "timeline", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": alt(locale, history) },
    ...years(from, to, width - edge.left - edge.right).flatMap(day => [svg("path", { class: "grid", d: `M${x(day)} ${orders.top}V${lanes.voices + 10}` }), svg("text", { x: x(day) + 3, y: height - 6 }, day.slice(0, 4))]),
    svg("path", { class: "grid", d: `M${edge.left} ${orders.bottom}H${width - edge.right}` }),
    name(orders.bottom - 4, locale.text("orders")),
    svg("text", { x: edge.left - 10, y: orders.top + 6, "text-anchor": "end" }, locale.value("amount", Math.round(most))),
    svg("path", { class: "stems", d: history.sales.map(sale => `M${x(sale.day).toFixed(1)} ${orders.bottom}V${y(sale.amount).toFixed(1)}`).join("") }),
    history.opportunities.length > 0 && name(lanes.deals, locale.text("cardDeals")),
    ...history.opportunities.map(deal => svg("rect", { class: `deal ${deal.outcome}`, x: x(deal.created), y: lanes.deals - 5, width: Math.max(4, x(deal.closed ?? data.run.asOf) - x(deal.created)), height: 10, rx: 2 })),
    history.contacts.length > 0 && name(lanes.contacts, locale.text("cardContacts")),
    ...history.contacts.map(contact => svg("path", { class: `contact ${lane[contact.kind]}`, d: `M${x(contact.day).toFixed(1)} ${lanes.contacts - 6}v12` })),
    history.voices.length > 0 && name(lanes.voices, locale.text("cardVoices")),
    ...history.voices.map(voice => voice.kind === "complaint"
      ? svg("path", { class: "complaint", d: `M${x(voice.day)} ${lanes.voices + 5}l-5 -10h10Z` })
      : svg("text", { class: "answer", x: x(voice.day), y: lanes.voices + 4, "text-anchor": "middle" }, voice.score === undefined ? "?" : locale.count(voice.score))));
  return h("figure", { class: "card-timeline" }, h("figcaption", {}, locale.text("cardTimeline")),
    h("div", { class: "timeline-scroll", tabindex: 0, role: "region", "aria-label": locale.text("cardTimeline") }, drawn),
    h("ul", { class: "legend" }, ...legend(history).map(key => h("li", { class: `key-${key}` }, locale.text(`timeline.${key}`)))));
}

function legend(history: History): ("won" | "lost" | "open" | "complaint" | "visit" | "call")[] {
  const outcome = (wanted: string) => history.opportunities.some(deal => deal.outcome === wanted);
  return ([["won", outcome("won")], ["lost", outcome("lost")], ["open", outcome("open")], ["visit", history.contacts.some(contact => lane[contact.kind] === "contact-visit" || lane[contact.kind] === "contact-meeting")],
    ["call", history.contacts.some(contact => contact.kind === "call" || contact.kind === "email")], ["complaint", history.voices.some(voice => voice.kind === "complaint")]] as const).flatMap(([key, is]) => (is ? [key] : []));
}

function alt(locale: Context["locale"], history: History): string {
  return locale.text("timelineAlt", locale.count(history.sales.length), locale.count(history.opportunities.length), locale.count(history.contacts.length), locale.count(history.voices.filter(voice => voice.kind === "complaint").length));
}

/** The first days of the years that the data hold, as many as there is room to write. */
function years(from: number, to: number, room: number): Day[] {
  const [first, last] = [new Date(from).getUTCFullYear(), new Date(to).getUTCFullYear()];
  return Array.from({ length: last - first + 1 }, (_, place) => `${first + place}-01-01`).filter((day, place) => Date.parse(day) >= from - 31 * 86_400_000 && place % Math.ceil((36 * (last - first + 1)) / room) === 0);
}
