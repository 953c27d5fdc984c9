import { asTable, chapter, wholeBase } from "../chapter";
import { dumbbells } from "../charts/dumbbells";
import type { Context } from "../context";
import { h, isolated } from "../dom";
import { enough } from "../noise";
import type { LossChange } from "../pageData";
import { dataTable } from "../table";
import { opening } from "../who";

/** Something that went before losses, and how often it also did for customers that stayed. */
interface Before extends Omit<LossChange, "label" | "change"> { name: string; lostGroup: string | undefined; keptGroup: string | undefined }

/** What was recorded in the year before a loss, against customers that stayed. */
export function causes(context: Context): HTMLElement | null {
  const rows = context.data.keep.causes.slice(0, 12).map(row => ({ ...row, name: context.locale.segment(row.cause), ...groups(row, "complaint", row.code === undefined ? undefined : row.cause) }));
  return compared(context, rows, { id: "causes", file: "loss-causes.csv", column: context.locale.text("cause") });
}

/** What changed before a loss, against customers that stayed. */
export function changes(context: Context): HTMLElement | null {
  const rows = context.data.keep.changes.map(row => ({ ...row, name: context.locale.capital(context.locale.of(row.label)), ...groups(row, "change", row.change) }));
  return compared(context, rows, { id: "lossChanges", file: "loss-changes.csv", column: context.locale.text("lossChange") });
}

/** Those that were lost, and those that stayed and may still be called; of nobody there is no list. */
function groups({ lostWith, keptWith }: Pick<LossChange, "lostWith" | "keptWith">, kind: "complaint" | "change", which: string | undefined): Pick<Before, "lostGroup" | "keptGroup"> {
  const of = (outcome: "lost" | "kept", count: number) => (which === undefined || count === 0 ? undefined : `${outcome}_after_${kind}:${which}`);
  return { lostGroup: of("lost", lostWith), keptGroup: of("kept", keptWith) };
}

const isCounted = ({ lost, kept }: Pick<LossChange, "lost" | "kept">) => lost > 0 && kept > 0;

/** Both charts are read together, so they share one scale. */
function greatestShare({ data: { keep } }: Context): number {
  return Math.max(...[...keep.causes.slice(0, 12), ...keep.changes].filter(isCounted).flatMap(row => [row.lostWith / row.lost, row.keptWith / row.kept]));
}

function compared(context: Context, all: readonly Before[], { id, file, column }: { id: "causes" | "lossChanges"; file: string; column: string }): HTMLElement | null {
  const { locale } = context;
  const rows = all.filter(isCounted);
  if (rows.length === 0) return null;
  const lost = (row: Before) => row.lostWith / row.lost;
  const kept = (row: Before) => row.keptWith / row.kept;
  const most = Math.max(...rows.map(row => row.lost));
  const first = rows.filter(row => row.isMoreThanNoise && lost(row) > kept(row)).sort((a, b) => lost(b) - kept(b) - (lost(a) - kept(a)))[0];
  const title = first ? locale.text(`${id}Title`, isolated(first.name), locale.ratio(lost(first)), locale.ratio(kept(first))) : locale.text(`${id}Neutral`);
  return chapter(id === "causes" ? "causes" : "loss-changes", title, locale.text(`${id}Reads`), wholeBase(context),
    most < enough ? h("p", { class: "empty" }, locale.plural("lossesFew", most, locale.count(most))) : dumbbells(rows.map(row => ({
      label: row.name, first: lost(row), second: kept(row), marked: row.isMoreThanNoise,
      firstText: opening(context, row.lostGroup, locale.ratio(lost(row)), h("span", { class: "unseen" }, ` ${locale.text("ofLost")}, ${isolated(row.name)}`)),
      secondText: opening(context, row.keptGroup, locale.ratio(kept(row)), h("span", { class: "unseen" }, ` ${locale.text("ofKept")}, ${isolated(row.name)}`)),
    })), { first: locale.text("ofLost"), second: locale.text("ofKept") }, greatestShare(context)),
    asTable(context, () => dataTable<Before>({
      locale, rows, caption: locale.text(`${id}Reads`), file,
      columns: [
        { label: column, value: row => row.name },
        { label: locale.text("ofLost"), value: row => lost(row), show: row => `${locale.ratio(lost(row))} (${locale.count(row.lostWith)} / ${locale.count(row.lost)})` },
        { label: locale.text("ofKept"), value: row => kept(row), show: row => `${locale.ratio(kept(row))} (${locale.count(row.keptWith)} / ${locale.count(row.kept)})` },
        { label: locale.text("beyondChance"), value: row => locale.text(row.isMoreThanNoise ? "yes" : "no") },
      ],
    })));
}
