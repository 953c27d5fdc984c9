import { chance } from "../chance";
import { unfolded } from "../chapter";
import type { Context } from "../context";
import { h, isolated, named, type Child } from "../dom";
import type { History, Sale } from "../engine/history";
import type { NextStep, PlanItem, Reason, Score } from "../pageData";
import { reasonText } from "../reason";
import { dataTable } from "../table";
import type { Content } from "./list";
import { timeline } from "./timeline";

/** From this chance of leaving on a customer is to be called, whatever the lists say. */
const likely = 0.5;

/** One customer: who it is, what to do next, what it brought and when, what the models expect and why. */
export function card(context: Context, account: number): Content | undefined {
  const { data, facts, locale } = context;
  const history = facts.engine?.history(account);
  if (!history) return undefined;
  const score = data.cards.scores.find(candidate => candidate.account === account);
  return {
    id: "customer-card",
    title: named(history.name),
    body: [
      segments(context, history),
      ...nextSteps(context, history, account),
      figures(context, history, account),
      timeline(context, history),
      score ? scores(context, score) : h("p", { class: "rule" }, locale.text("cardNoScore")),
      unfolded("as-table", locale.text("cardOrders"), () => orders(context, history)),
    ],
  };
}

function segments({ data, locale }: Context, history: History): HTMLElement {
  const label = (dimension: string) => data.dimensions.find(candidate => candidate.name === dimension)?.label;
  return h("ul", { class: "card-segments" }, ...history.segments.flatMap(([dimension, segment]) => {
    const name = label(dimension);
    return name ? [h("li", {}, h("small", {}, locale.of(name)), " ", named(locale.segment(segment)))] : [];
  }));
}

/** What its place on a list asks for, then what the plan of actions does; else why there is nothing to do. */
function nextSteps(context: Context, history: History, account: number): HTMLElement[] {
  const { data, locale } = context;
  const steps = data.cards.steps.filter(step => step.account === account);
  const tasks = data.plan.filter(item => item.account === account && !steps.some(step => says(step, item)));
  const made = [...steps.map(step => next(locale, step)), ...tasks.map(item => task(locale, item))];
  const leaves = history.lostSince ? undefined : data.cards.scores.find(score => score.account === account)?.leaves;
  if (made.length === 0 && leaves !== undefined && leaves >= likely) made.push(keep(locale, leaves));
  return made.length > 0 ? made : [h("p", { class: "next-step none" }, whyNone(context, history))];
}

/** A customer that no list names, for it has no rhythm or little weight, and that is all the same likelier to leave than to stay. */
function keep(locale: Context["locale"], leaves: number): HTMLElement {
  return h("div", { class: "next-step to_hold", "data-list": "likely" }, h("b", {}, locale.text("list.likely")), " ", h("span", {}, locale.text("stepLikely", locale.chance(leaves))));
}

/** Whether the step of a list is the same thing to do. */
function says(step: NextStep, { kind }: PlanItem): boolean {
  return (kind === "drop_off" && step.list === "to_call_back") || (kind === "complaint_open" && step.complainedAt !== undefined && !step.complaintResolved);
}

function next(locale: Context["locale"], step: NextStep): HTMLElement {
  return h("div", { class: `next-step ${step.list}`, "data-list": step.list },
    h("b", {}, locale.text(`list.${step.list}`)), " ", h("span", {}, stepOf(locale, step)), step.due && h("small", {}, locale.text("stepDue", locale.shortDay(step.due))),
    step.amount !== undefined && h("small", {}, locale.text(step.isMargin ? "stepMargin" : "stepRevenue", locale.value("amount", Math.round(step.amount)))));
}

function task(locale: Context["locale"], { due, reason, step }: PlanItem): HTMLElement {
  return h("div", { class: "next-step", "data-list": "plan" },
    h("b", {}, locale.text("list.plan")), " ", h("span", {}, locale.of(step)), h("small", {}, locale.text("stepDue", locale.shortDay(due))), h("small", {}, locale.sentence(reason)));
}

/** A page without names has no plan to speak of. */
function whyNone({ data, locale }: Context, { lostSince }: History): string {
  if (lostSince) return locale.text("noStepLost", locale.shortDay(lostSince));
  return locale.text(data.plan.length > 0 ? "noStep" : "noStepOnLists");
}

function stepOf(locale: Context["locale"], step: NextStep): string {
  if (step.list === "to_develop") return step.family !== undefined && step.familyShare !== undefined ? locale.text("stepOffer", isolated(step.family), locale.ratio(step.familyShare)) : locale.text("stepDevelop");
  if (step.complainedAt && !step.complaintResolved) return locale.text("stepSettle", locale.day(step.complainedAt));
  return locale.text(step.list === "to_call_back" ? "stepCall" : "stepHold");
}

function figures({ data, locale }: Context, history: History, account: number): HTMLElement {
  const rank = data.base.top.find(customer => customer.account === account)?.rank;
  const silence = history.lastOrder === undefined ? undefined : (Date.parse(data.run.asOf) - Date.parse(history.lastOrder)) / 86_400_000;
  const entries: [string, string | undefined, string?][] = [
    [locale.text("revenue"), locale.value("amount", history.revenue), rank === undefined ? undefined : locale.text("cardRank", locale.count(rank), locale.count(data.base.customers))],
    [locale.text("margin"), history.margin === undefined ? undefined : locale.value("amount", history.margin)],
    [locale.text("profit"), history.profit === undefined ? undefined : locale.value("amount", history.profit)],
    [locale.text("orders"), locale.count(history.orders), history.orders > 0 ? locale.text("cardBasket", locale.value("amount", history.revenue / history.orders)) : undefined],
    [locale.text("lastOrder"), history.lastOrder && locale.shortDay(history.lastOrder), silence === undefined ? undefined : locale.text("cardSilence", locale.wholeDays(silence))],
    [locale.text("cardLost"), history.lostSince && locale.shortDay(history.lostSince)],
    [locale.text("firstOrder"), history.firstOrder && locale.shortDay(history.firstOrder)],
  ];
  return h("dl", { class: "card-figures" }, ...entries.flatMap(([term, value, note]) => (value === undefined ? [] : [
    h("div", {}, h("dt", {}, term), h("dd", {}, value, note && h("small", {}, note)))])));
}

function scores({ data: { cards: { isMargin } }, locale }: Context, score: Score): HTMLElement {
  const horizon = locale.wholeDays(score.horizonDays ?? 0);
  const both: [string, number | undefined, Reason[], "better" | "worse"][] = [
    [locale.text("cardLeaves", horizon), score.leaves, score.leavesReasons, "worse"],
    [locale.text("cardTop", horizon), score.top, score.topReasons, "better"],
  ];
  return h("div", { class: "card-scores" },
    ...both.flatMap(([title, probability, reasons, promises]) => (probability === undefined ? [] : [h("section", {},
      h("h3", {}, title),
      chance(locale.chance(probability), probability, promises),
      h("ul", { class: "plain" }, ...reasons.map(reason => h("li", {}, reasonOf(locale, reason, promises)))))])),
    h("section", {}, h("h3", {}, locale.text(`cardExpected.${isMargin ? "margin" : "revenue"}`, horizon)),
      h("p", { class: "trend-value" }, locale.value("amount", score.expectedAmount === undefined ? undefined : Math.round(score.expectedAmount))),
      score.lifetimeValue !== undefined && h("p", { class: "rule" }, locale.text("cardLifetime", locale.value("amount", Math.round(score.lifetimeValue)))),
      h("p", { class: "rule" }, locale.text("cardTrust"))));
}

/** Which way a reason pushes is said by a sign, not by colour alone; the colour says whether that is good. */
function reasonOf(locale: Context["locale"], reason: Reason, promises: "better" | "worse"): Child {
  const up = reason.contribution >= 0;
  return h("span", {}, h("span", { class: up === (promises === "better") ? "pushes-better" : "pushes-worse", "aria-hidden": "true" }, up ? "▲ " : "▼ "),
    h("span", { class: "unseen" }, locale.text(up ? "pushesUp" : "pushesDown"), " "), reasonText(locale, reason));
}

function orders({ locale }: Context, { sales }: History): HTMLElement {
  return dataTable<Sale>({
    locale, rows: sales.toReversed(), caption: locale.text("cardOrders"), file: "orders.csv",
    columns: [
      { label: locale.text("date"), value: row => row.day, show: row => locale.shortDay(row.day) },
      { label: locale.text("product"), value: row => row.products.join(", "), show: row => named(row.products.map(product => locale.segment(product)).join(", ")) },
      { label: locale.text("amount"), value: row => row.amount, show: row => locale.value("amount", row.amount) },
    ],
  });
}
