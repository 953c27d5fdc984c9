import { wholeBase } from "../chapter";
import type { Context } from "../context";
import { h } from "../dom";
import type { Quadrant, WorthyCustomer } from "../pageData";
import type { Live } from "../pages";
import { dataTable, paper } from "../table";
import { ownerColumn, who } from "../who";

/** High potential above, high value on the right. */
const order = ["to develop", "stars", "to serve at low cost", "to maintain"];

/** Value against potential in four quadrants; a click names the customers of one, and paper those to develop. */
export function matrix(context: Context): Live | null {
  const { data, locale } = context;
  if (data.worth.quadrants.length === 0) return null;
  let open: string | undefined;
  let now = context;
  const note = h("div", {});
  const names = h("div", { id: "quadrant-names", class: "lists-on-paper" });
  names.addEventListener(paper, () => { if (open === undefined) names.replaceChildren(h("div", { class: "on-paper-only" }, list(now, order[0]!))); });
  const buttons = order.map(name => {
    const quadrant = data.worth.quadrants.find(candidate => candidate.name === name);
    return h("button", { type: "button", class: `quadrant quadrant-${order.indexOf(name)}`, "data-quadrant": name, "aria-pressed": "false", disabled: !quadrant, click: () => { open = open === name ? undefined : name; draw(now); } },
      h("b", {}, locale.code("quadrant", name)),
      ...(quadrant ? facts(locale, quadrant) : [h("span", {}, locale.text("noOne"))]));
  });
  const section = h("section", { id: "matrix", tabindex: -1, "aria-labelledby": "matrix-title" },
    h("h2", { id: "matrix-title" }, titleOf(context)),
    h("p", { class: "lead" }, h("span", { class: "on-screen" }, locale.text("matrixChoose"), " "), locale.text("matrixLead")),
    note,
    h("div", { class: "matrix" },
      h("p", { class: "matrix-y", "aria-hidden": "true" }, locale.text("matrixY")),
      h("div", { class: "quadrants", role: "group", "aria-label": locale.text("matrixAlt") }, ...buttons),
      h("p", { class: "matrix-x", "aria-hidden": "true" }, locale.text("matrixX"))),
    h("p", { class: "rule" }, locale.text(knowsPeers(context) ? "matrixRule" : "matrixRuleAlone")),
    names);

  function draw(chosen: Context): void {
    now = chosen;
    note.replaceChildren(wholeBase(now) ?? "");
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset["quadrant"] === open));
    names.replaceChildren(...(open === undefined ? [] : [list(now, open)]));
  }

  draw(context);
  return { section, draw };
}

/** Without sectors all customers are each other's peers, and no potential is below the middle. */
function knowsPeers({ data }: Context): boolean {
  return data.worth.quadrants.some(({ name }) => order.indexOf(name) > 1);
}

/** The room left in the quadrant that is to be developed is the figure to act on. */
function titleOf(context: Context): string {
  const { data, locale } = context;
  if (!knowsPeers(context)) return locale.text("matrixAlone");
  const develop = data.worth.quadrants.find(quadrant => quadrant.name === "to develop");
  const active = develop ? develop.customers - develop.lost : 0;
  return develop && active > 0 ? locale.plural("matrixTitle", active, locale.count(active), locale.value("amount", develop.revenueOfYear), locale.value("amount", develop.potential)) : locale.text("matrixNeutral");
}

function facts(locale: Context["locale"], { customers, lost, stars, revenueOfYear, potential }: Quadrant): HTMLElement[] {
  return [
    h("span", { class: "quadrant-count" }, locale.count(customers - lost)),
    h("span", {}, locale.text("activeAndLost", locale.count(lost))),
    h("span", {}, locale.text("boughtOf", locale.value("amount", Math.round(revenueOfYear)), locale.value("amount", Math.round(potential)))),
    ...(stars > 0 ? [h("span", {}, locale.plural("starsIn", stars, locale.count(stars)))] : []),
  ];
}

function list(context: Context, quadrant: string): HTMLElement {
  const { data, facts, locale } = context;
  const rows = data.worth.customers.filter(customer => customer.quadrant === quadrant && !customer.lost && facts.includes(customer.account));
  const all = data.worth.quadrants.find(candidate => candidate.name === quadrant) ?? { customers: 0, lost: 0 };
  const room = (row: WorthyCustomer) => (row.potential === undefined || row.revenueOfYear === undefined ? null : row.potential - row.revenueOfYear);
  return h("div", {},
    h("h3", {}, locale.code("quadrant", quadrant)),
    all.customers - all.lost > rows.length && !facts.isFiltered && h("p", { class: "rule" }, locale.text("customersShown", locale.count(rows.length), locale.count(all.customers - all.lost))),
    dataTable<WorthyCustomer>({
      locale, rows, search: true, caption: locale.code("quadrant", quadrant), file: `customers-${quadrant.replaceAll(" ", "-")}.csv`,
      columns: [
        { label: locale.text("customer"), value: row => row.name, show: row => who(context, row) },
        ...ownerColumn(locale, rows),
        { label: locale.text("revenueOfYear"), value: row => row.revenueOfYear, show: row => locale.value("amount", row.revenueOfYear) },
        { label: locale.text("potential"), value: row => row.potential, show: row => locale.value("amount", row.potential) },
        { label: locale.text("room"), value: row => room(row), show: row => locale.value("amount", room(row)) },
        { label: locale.text("fullPotential"), value: row => (row.star ? locale.text("yes") : "") },
        { label: locale.text("lastOrder"), value: row => row.lastOrder, show: row => row.lastOrder && locale.shortDay(row.lastOrder) },
      ],
    }));
}
