import { asTable, chapter, wholeBase } from "../chapter";
import { rungs } from "../charts/rungs";
import type { Context } from "../context";
import { h } from "../dom";
import type { ContactStep } from "../pageData";
import { dataTable } from "../table";

/** After how many contacts deals are won, and at which one they are given up: the sayings tested on the reader's own data. */
export function contacts(context: Context): HTMLElement | null {
  const { data, facts, locale } = context;
  const ladder = data.win.ladder;
  const [won, lost] = [sum(ladder, step => step.won), sum(ladder, step => step.lost)];
  if (won === 0 || lost === 0) return null;
  const toWin = facts.has("contacts_to_win") ? facts.whole("contacts_to_win", "all") : undefined;
  const stopped = facts.has("stopped_by_third_contact") ? facts.whole("stopped_by_third_contact", "all") : undefined;
  const title = toWin?.value != null && stopped?.value != null
    ? locale.text("contactsTitle", locale.count(toWin.value), locale.ratio(stopped.value))
    : locale.text("contactsNeutral");
  const shown = ladder.filter(step => step.contacts <= 12);
  const scale = Math.max(...shown.flatMap(step => [step.won, step.lost]));
  const side = (kind: "win" | "lose", label: string, length: (step: ContactStep) => number, all: number) => h("article", { class: "card" },
    h("h3", {}, label),
    rungs(shown.map(step => ({ kind, label: locale.plural("contactsCount", step.contacts, step.contacts), length: length(step), text: locale.count(length(step)), note: locale.ratio(length(step) / all) })), scale));
  return chapter("contacts", title, locale.text("contactsReads"), wholeBase(context),
    h("div", { class: "cards" }, side("win", locale.text("wonAfter"), step => step.won, won), side("lose", locale.text("stoppedAt"), step => step.lost, lost)),
    asTable(context, () => dataTable<ContactStep>({
      locale, rows: ladder, caption: locale.text("contactsNeutral"), file: "contacts.csv",
      columns: [
        { label: locale.text("contacts"), value: row => row.contacts },
        { label: locale.text("won"), value: row => row.won },
        { label: locale.text("wonSoFar"), value: row => row.wonSoFar, show: row => locale.value("ratio", row.wonSoFar) },
        { label: locale.text("lost"), value: row => row.lost },
        { label: locale.text("stoppedSoFar"), value: row => row.stoppedSoFar, show: row => locale.value("ratio", row.stoppedSoFar) },
      ],
    })));
}

function sum(ladder: ContactStep[], part: (step: ContactStep) => number): number {
  return ladder.reduce((total, step) => total + part(step), 0);
}
