import { h } from "./dom";
import type { Locale } from "./locale";
import type { DuplicateReview } from "./pageData";
import { dataTable } from "./table";

/** The accounts that may be one company, what became of the analyst's marks, and what merging the likely ones would change. */
export function duplicates(locale: Locale, found: DuplicateReview): HTMLElement {
  return h("section", { id: "duplicates", "aria-labelledby": "duplicates-title" },
    h("h3", { id: "duplicates-title" }, found.pairs > 0
      ? locale.plural("duplicatesTitle", found.pairs, locale.count(found.pairs), locale.count(found.likely))
      : locale.text("duplicatesNone")),
    ...remarks(locale, found).map(remark => h("p", { class: "rule" }, remark)),
    found.effects.length > 0 && h("div", {}, h("h4", {}, locale.text("duplicatesEffect")), effects(locale, found)),
    found.sample.length > 0 && h("div", {}, h("h4", {}, locale.text("duplicatesPairs")), pairs(locale, found)));
}

function remarks(locale: Locale, found: DuplicateReview): string[] {
  return [
    found.pairs > 0 && locale.text("duplicatesMark"),
    found.sample.length > 0 && found.sample.length < found.pairs && locale.text("duplicatesSome", locale.count(found.sample.length), locale.count(found.pairs)),
    found.merged + found.apart > 0 && locale.text("duplicatesObeyed", locale.count(found.merged), locale.count(found.apart)),
    found.notObeyed > 0 && locale.plural("duplicatesNotObeyed", found.notObeyed, locale.count(found.notObeyed)),
    found.groupsLeftOut > 0 && locale.plural("duplicatesLeftOut", found.groupsLeftOut, locale.count(found.groupsLeftOut)),
  ].filter(remark => remark !== false);
}

function effects(locale: Locale, found: DuplicateReview): HTMLElement {
  return dataTable({
    locale, rows: found.effects, caption: locale.text("duplicatesEffect"), file: "duplicate-effect.csv",
    columns: [
      { label: locale.text("duplicatesFigure"), value: effect => locale.of(effect.label) },
      { label: locale.text("period"), value: effect => locale.text(effect.period === "ttm" ? "duplicatesYear" : "wholePeriod") },
      { label: locale.text("duplicatesNow"), value: effect => effect.value ?? null, show: effect => locale.value(effect.unit, effect.value) },
      { label: locale.text("duplicatesIfMerged"), value: effect => effect.ifMerged ?? null, show: effect => locale.value(effect.unit, effect.ifMerged) },
    ],
  });
}

function pairs(locale: Locale, found: DuplicateReview): HTMLElement {
  return dataTable({
    locale, rows: found.sample, search: true, caption: locale.text("duplicatesPairs"), file: "duplicates.csv",
    columns: [
      { label: locale.text("duplicatesFirst"), value: pair => pair.name1 },
      { label: locale.text("duplicatesSecond"), value: pair => pair.name2 },
      { label: locale.text("duplicatesChance"), value: pair => pair.probability, show: pair => locale.chance(pair.probability) },
      { label: locale.text("duplicatesEvidence"), value: pair => locale.of(pair.evidence), onPhone: "line" },
    ],
  });
}
