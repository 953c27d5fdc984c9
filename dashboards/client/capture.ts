import type { Context } from "./context";
import { h } from "./dom";
import { testedOf } from "./verdict";

/** In euros: how much of what was then bought the named customers held, against what anyone knew and against foresight. */
export function capture(context: Context): HTMLElement | null {
  const { locale } = context;
  const rows = testedOf(context, "potential");
  const of = (name: string) => rows.find(row => row.name === name);
  const [held, beyond, foresight, met] = [of("capture"), of("capture_gain"), of("capture_oracle"), of("new_top20_met")];
  if (held?.value === undefined) return null;
  const bars: [string, number | undefined][] = [[locale.text("heldByModel"), held.value], [locale.text("heldByLast"), held.baseline], [locale.text("heldByForesight"), foresight?.value]];
  return h("article", { class: "card", id: "capture" },
    h("h3", {}, locale.text("captureTitle")),
    h("ul", { class: "captures" }, ...bars.flatMap(([label, share]) => (share === undefined ? [] : [h("li", { class: "kind" },
      h("span", {}, label),
      h("span", { class: "kind-bar", "aria-hidden": "true" }, h("span", { style: `inline-size:${100 * share}%` })),
      h("span", { class: "kind-count" }, locale.ratio(share)))]))),
    h("p", { class: "rule" }, held.model === "potential_last_amount" ? locale.text("captureSame") : beyond?.value !== undefined && (beyond.low ?? 0) <= 0 ? locale.text("captureNotMore") : null,
      met?.value !== undefined && ` ${locale.text("captureMet", locale.ratio(met.value))}`));
}
