import { exportLabels, type Context } from "../context";
import { h } from "../dom";
import { survival } from "../keep/survival";
import type { Part } from "../pages";
import { channels } from "./channels";
import { contacts } from "./contacts";
import { firstContact } from "./firstContact";
import { funnel } from "./funnel";
import { niches } from "./niches";
import { prospects } from "./prospects";
import { reasons } from "./reasons";

/** What it takes and costs to win a customer, where it works best and why it fails. */
export const win: ((context: Context) => Part)[] = [context => funnel(context) ?? winAbsent(context), channels, firstContact, waiting, contacts, niches, prospects, reasons];

/** Where the exports do not say how customers come, which of them would. */
function winAbsent(context: Context): Part {
  const { facts, locale } = context;
  const absent = [...new Set(["leads", "opportunities_created", "cac"].flatMap(kpi => (facts.has(kpi) ? facts.kpi(kpi).missing : [])))];
  if (absent.length === 0) return null;
  return h("section", { id: "win", tabindex: -1, "aria-labelledby": "win-title" },
    h("h2", { id: "win-title" }, locale.text("winNone")),
    h("p", { class: "empty" }, locale.text("would", exportLabels(context, absent))));
}

/** The title's figure is that of the whole base, as the curve is. */
function waiting(context: Context): Part {
  const { data, facts, locale } = context;
  const median = facts.has("sales_cycle_waiting") ? facts.ofWholeBase("sales_cycle_waiting") : undefined;
  return survival(context, data.win.waiting, {
    id: "waiting", file: "waiting.csv", lead: locale.text("waitingReads"),
    title: median == null ? locale.text("waitingNeutral") : locale.text("waitingTitle", locale.wholeDays(median)),
  });
}
