import { chapter, wholeBase } from "../chapter";
import { rungs } from "../charts/rungs";
import type { Context } from "../context";
import { h, isolated } from "../dom";

/** Why opportunities were lost, as the sales team wrote it down. */
export function reasons(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const rows = data.win.reasons.filter(row => row.reason !== "(unknown)").slice(0, 12);
  if (rows.length < 2) return null;
  return chapter("loss-reasons", locale.text("reasonsTitle"), locale.text("reasonsReads"), wholeBase(context),
    h("div", { class: "card" }, rungs(rows.map(row => ({
      kind: "lose" as const, label: isolated(row.reason), length: row.lost, text: locale.count(row.lost),
      note: `${locale.value("ratio", row.share)} · ${locale.value("amount", row.amount)}`,
    })))));
}
