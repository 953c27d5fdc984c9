import { isolated } from "./dom";
import type { Locale } from "./locale";
import type { Reason } from "./pageData";

/** Why a probability is what it is: a sentence, or what was measured and its value as the reader's language writes it. */
export function reasonText(locale: Locale, { label, value }: Reason): string {
  const text = locale.of(label);
  return value === "" ? text : locale.text("reasonValue", text, Number.isFinite(Number(value)) ? locale.measured(Number(value)) : isolated(value));
}
