import { asTable, chapter, wholeBase } from "../chapter";
import { dumbbells } from "../charts/dumbbells";
import type { Context } from "../context";
import { isolated } from "../dom";
import type { LossCause } from "../pageData";
import { dataTable } from "../table";

/** What was recorded in the year before a loss, against customers that stayed. */
export function causes(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const rows = data.keep.causes.filter(row => row.lost > 0 && row.kept > 0).slice(0, 12);
  if (rows.length === 0) return null;
  const lost = (row: LossCause) => row.lostWith / row.lost;
  const kept = (row: LossCause) => row.keptWith / row.kept;
  const first = rows.filter(row => row.isMoreThanNoise && lost(row) > kept(row)).sort((a, b) => lost(b) - kept(b) - (lost(a) - kept(a)))[0];
  const title = first
    ? locale.text("causesTitle", isolated(locale.segment(first.cause)), locale.ratio(lost(first)), locale.ratio(kept(first)))
    : locale.text("causesNeutral");
  return chapter("causes", title, locale.text("causesReads"), wholeBase(context),
    dumbbells(rows.map(row => ({
      label: locale.segment(row.cause), first: lost(row), second: kept(row), marked: row.isMoreThanNoise,
      firstText: locale.ratio(lost(row)), secondText: locale.ratio(kept(row)),
    })), { first: locale.text("ofLost"), second: locale.text("ofKept") }),
    asTable(context, () => dataTable<LossCause>({
      locale, rows, caption: locale.text("causesReads"), file: "loss-causes.csv",
      columns: [
        { label: locale.text("cause"), value: row => locale.segment(row.cause) },
        { label: locale.text("ofLost"), value: row => lost(row), show: row => `${locale.ratio(lost(row))} (${locale.count(row.lostWith)} / ${locale.count(row.lost)})` },
        { label: locale.text("ofKept"), value: row => kept(row), show: row => `${locale.ratio(kept(row))} (${locale.count(row.keptWith)} / ${locale.count(row.kept)})` },
        { label: locale.text("beyondChance"), value: row => locale.text(row.isMoreThanNoise ? "yes" : "no") },
      ],
    })));
}
