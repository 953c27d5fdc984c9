import type { Context } from "./context";
import { h } from "./dom";
import type { Metric } from "./pageData";

export const questions = ["churn", "potential"] as const;
export type Question = typeof questions[number];
/** Off by more than this on average, a probability is to be read as an order. */
const tolerable = 0.05;

/** "Can I trust this?" in a sentence for each question, from the tested figures of the model in use. */
export function verdict(context: Context): HTMLElement | null {
  const { locale } = context;
  const sentences = questions.flatMap(question => {
    const rows = testedOf(context, question);
    const said = sentence(locale, rows.filter(row => row.model === usedIn(context, question, rows)));
    return said ? [h("p", { class: "verdict", "data-question": question }, h("b", {}, locale.text(`question.${question}`)), " ", said)] : [];
  });
  if (sentences.length === 0) return null;
  return h("article", { class: "card" }, h("h3", {}, locale.text("canITrust")), ...sentences, h("p", { class: "rule" }, locale.text("verdictRule")));
}

/** Whether the list of who will be in the top fifth was tested and not proved to hold more than the last period's. */
export function isUnproven(context: Context): boolean {
  const rows = testedOf(context, "potential");
  const used = rows.find(row => row.model === usedIn(context, "potential", rows) && row.name === "capture_gain");
  return used?.value !== undefined && !proves(used);
}

function proves({ low }: Metric): boolean {
  return (low ?? 0) > 0;
}

export function testedOf({ data }: Pick<Context, "data">, question: Question): Metric[] {
  return data.metrics.filter(row => row.model.startsWith(question) && /^(test|rolling)/.test(row.fold ?? ""));
}

/** The model that was refitted on everything, or held the amounts; else the one that gained most. */
function usedIn({ data }: Context, question: Question, rows: Metric[]): string | undefined {
  const chosen = data.metrics.find(row => row.model.startsWith(question) && (row.fold === "final" || row.name === "capture"));
  const gain = (row: Metric) => row.value ?? -Infinity;
  return chosen?.model ?? [...rows].filter(row => row.name === "log_loss_gain").sort((a, b) => gain(b) - gain(a))[0]?.model ?? rows[0]?.model;
}

function sentence(locale: Context["locale"], rows: Metric[]): string | null {
  const of = (name: string) => rows.find(row => row.name === name);
  const [auc, gain, ece, beyond] = [of("auc"), of("log_loss_gain"), of("ece"), of("capture_gain")];
  if (auc?.value === undefined || auc.low === undefined || auc.high === undefined) return null;
  if (auc.low <= 0.5 || (gain?.low !== undefined && gain.low <= 0)) return locale.text("trustNo");
  const times = (share: number) => locale.count(Math.round(100 * share));
  const adds = beyond?.value === undefined || proves(beyond);
  const order = locale.text(adds ? "trustOrder" : "trustLast", times(auc.value), times(auc.low), times(auc.high));
  if (ece?.value === undefined) return order;
  return `${order} ${locale.text(ece.value <= tolerable ? "trustFigures" : "trustOrderOnly", locale.decimal(100 * ece.value, 1))}`;
}
