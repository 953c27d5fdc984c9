import type { Content } from "../card/list";
import type { Context } from "../context";
import { answered, newCustomers, smallerHalf, withBefore } from "./customers";
import { complainedOf, leads, lostFor, opportunitiesCreated, opportunitiesWon } from "./deals";

/** What a mark stands for that no choice of segments tells: its kind, and after a colon which one. */
const kinds: Readonly<Record<string, (context: Context, which: string) => Content | undefined>> = {
  leads, opportunities_created: opportunitiesCreated, opportunities_won: opportunitiesWon, customers_new: newCustomers,
  lost_for: lostFor, complained_of: complainedOf, answered, smaller_half: smallerHalf,
  lost_after_complaint: (context, cause) => afterComplaint(context, cause, "lost"),
  kept_after_complaint: (context, cause) => afterComplaint(context, cause, "kept"),
  lost_after_change: (context, change) => afterChange(context, change, "lost"),
  kept_after_change: (context, change) => afterChange(context, change, "kept"),
};

/** The list that the address asks for; none where it asks for what the page does not know. */
export function groupList(context: Context): Content | undefined {
  const [kind = "", ...which] = context.state.group.split(":");
  return Object.hasOwn(kinds, kind) ? kinds[kind]!(context, which.join(":")) : undefined;
}

function afterComplaint(context: Context, cause: string, outcome: "lost" | "kept"): Content | undefined {
  const { data, facts: { engine }, locale } = context;
  const code = data.keep.causes.find(candidate => candidate.cause === cause)?.code;
  return code === undefined ? undefined : withBefore(context, engine!.groups.complained(code), { cause: locale.segment(cause), outcome, complaints: engine!.groups.complaints(code) });
}

function afterChange(context: Context, change: string, outcome: "lost" | "kept"): Content | undefined {
  const { data, facts: { engine }, locale } = context;
  const label = data.keep.changes.find(candidate => candidate.change === change)?.label;
  const complaints = change === "complaint" ? data.service.reasons.flatMap(({ code }) => (code === undefined ? [] : engine!.groups.complaints(code))) : [];
  return label && withBefore(context, engine!.groups.changed(change), { cause: locale.of(label), outcome, complaints });
}
