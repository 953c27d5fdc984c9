import { chapter, wholeBase } from "../chapter";
import { rungs } from "../charts/rungs";
import type { Context } from "../context";
import { h, isolated } from "../dom";
import type { LossReason } from "../pageData";
import { opening } from "../who";

/** Why opportunities were lost, as the sales team wrote it down. */
export function reasons(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const rows = data.win.reasons.filter(row => row.reason !== "(unknown)").slice(0, 12);
  if (rows.length < 2) return null;
  return chapter("loss-reasons", titleOf(locale, rows), locale.text("reasonsReads"), wholeBase(context),
    h("div", { class: "card" }, rungs(rows.map(row => ({
      kind: "lose" as const, label: opening(context, row.code === undefined ? undefined : `lost_for:${row.reason}`, isolated(row.reason)), length: row.lost, text: locale.count(row.lost),
      note: locale.text("lossNote", locale.value("ratio", row.share), locale.value("amount", row.amount)),
    })))));
}

/** The first reason stands out where it lies further before the second than chance would put it: 1.96 standard deviations of the difference of two counts. */
function titleOf(locale: Context["locale"], [first, second]: LossReason[]): string {
  if (!first || !second || first.share === undefined || second.share === undefined) return locale.text("reasonsTitle");
  const isFirst = first.lost - second.lost > 1.96 * Math.sqrt(first.lost + second.lost);
  return isFirst
    ? locale.text("reasonsFirst", isolated(first.reason), locale.ratio(first.share))
    : locale.text("reasonsEven", isolated(first.reason), locale.ratio(first.share), isolated(second.reason), locale.ratio(second.share));
}
