import type { Context } from "../context";
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
export const win: ((context: Context) => Part)[] = [funnel, channels, firstContact, waiting, contacts, niches, prospects, reasons];

/** The title's figure is that of the whole base, as the curve is. */
function waiting(context: Context): Part {
  const { data, facts, locale } = context;
  const median = facts.has("sales_cycle_waiting") ? facts.ofWholeBase("sales_cycle_waiting") : undefined;
  return survival(context, data.win.waiting, {
    id: "waiting", file: "waiting.csv", lead: locale.text("waitingReads"),
    title: median == null ? locale.text("waitingNeutral") : locale.text("waitingTitle", locale.wholeDays(median)),
  });
}
