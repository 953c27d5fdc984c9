import type { Context } from "./context";
import { h, shorten } from "./dom";
import type { Metric } from "./pageData";
import { modelsOf } from "./models";
import { capture } from "./capture";
import { lift } from "./lift";
import { reliability } from "./reliability";
import { questions, testedOf, verdict, type Question } from "./verdict";

const order = ["n", "churned", "auc", "pr_auc", "log_loss", "log_loss_gain", "brier", "ece"];

/** The model card: the verdict in sentences, the contenders side by side, and whether their probabilities came true. */
export function trust(context: Context): HTMLElement {
  const { data, locale } = context;
  const isTested = questions.some(question => testedOf(context, question).length > 0);
  return h("section", { id: "trust", tabindex: -1, "aria-labelledby": "trust-title" },
    h("h2", { id: "trust-title" }, locale.text(isTested ? "trustTitle" : "trustNone")),
    verdict(context),
    ...verdicts({ data, locale }),
    ...questions.map(question => contenders(context, question)),
    capture(context),
    ...questions.flatMap(question => [lift(context, question), reliability(context, question)]));
}

function verdicts({ data, locale }: Pick<Context, "data" | "locale">): HTMLElement[] {
  return [...new Set(data.notes.map(note => note.model))].map(model => h("article", { class: "card" },
    h("h3", {}, locale.code("model", model)),
    ...data.notes.filter(note => note.model === model).map(note => h("p", { class: "lead" }, shorten(locale.sentence(note.text), 1000)))));
}

function contenders(context: Context, question: Question): HTMLElement | null {
  const { locale } = context;
  const rows = testedOf(context, question);
  if (rows.length === 0) return null;
  const title = `${locale.text(`question.${question}`)} ${locale.text("contenders")}`;
  return h("article", { class: "card", "data-question": question }, h("h3", {}, title), comparison(locale, rows, title));
}

function comparison(locale: Context["locale"], rows: Metric[], title: string): HTMLElement {
  const models = modelsOf(rows);
  const measures = [...new Set(rows.map(row => row.name))].filter(name => order.includes(name)).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return h("div", { class: "table-scroll stacks", tabindex: 0, role: "region", "aria-label": title }, h("table", {},
    h("thead", {}, h("tr", {},
      h("th", { scope: "col" }, locale.text("metric")),
      ...models.map(model => h("th", { scope: "col", class: "number" }, locale.code("model", model))))),
    h("tbody", {}, ...measures.map(measure => h("tr", { "data-metric": measure },
      h("th", { scope: "row", class: "cell-name" }, locale.code("metric", measure)),
      ...models.map(model => cell(locale, model, rows.find(row => row.model === model && row.name === measure))))))));
}

function cell(locale: Context["locale"], model: string, row: Metric | undefined): HTMLElement {
  return h("td", { class: "number", "data-label": locale.code("model", model) },
    number(locale, row?.value),
    row?.low !== undefined && row.high !== undefined && row.low !== row.high
      ? h("small", {}, ` ${locale.between(number(locale, row.low), number(locale, row.high))}`)
      : null);
}

function number(locale: Context["locale"], value: number | undefined): string {
  if (value === undefined) return "–";
  return Number.isInteger(value) && Math.abs(value) > 1 ? locale.count(value) : locale.decimal(value, 3);
}
