import { isolated } from "./dom";
import type { Locale } from "./locale";
import type { Reason } from "./pageData";

/** Why a probability is what it is: a sentence, or what was measured and its value as the reader's language writes it. */
export function reasonText(locale: Locale, { label, value }: Reason): string {
  const text = locale.of(label);
  return value === "" ? text : locale.text("reasonValue", text, Number.isFinite(Number(value)) ? written(locale, label.en, Number(value)) : isolated(value));
}

/** Those that make what a list is of likelier, in a line: one that speaks against it is no reason for standing on the list. */
export function reasonsFor(locale: Locale, reasons: readonly Reason[]): string {
  return inOneLine(locale, reasons.filter(({ contribution }) => contribution > 0));
}

/** Those that make it less likely. */
export function reasonsAgainst(locale: Locale, reasons: readonly Reason[]): string {
  return inOneLine(locale, reasons.filter(({ contribution }) => contribution < 0));
}

function inOneLine(locale: Locale, reasons: readonly Reason[]): string {
  return reasons.map(reason => reasonText(locale, reason)).join("\u00a0· ");
}

/** The catalogue of features calls a share a share (pipeline/sql/global/feature_labels.sql). */
function written(locale: Locale, label: string, value: number): string {
  return label.startsWith("share of ") && value >= 0 && value <= 1 ? locale.wholeRatio(value) : locale.measured(value);
}
