import { asTable, wholeBase } from "../chapter";
import type { Context } from "../context";
import { h, named } from "../dom";
import type { OwnerActivity, OwnerLine } from "../pageData";
import { dataTable } from "../table";

const kinds = ["calls", "reached", "emails", "prospectMeetings", "customerMeetings", "visits", "quotes"] as const;
const none: OwnerActivity = { calls: 0, reached: 0, emails: 0, prospectMeetings: 0, customerMeetings: 0, visits: 0, quotes: 0 };
type Active = OwnerLine & { activity: OwnerActivity };

/** Calls that reached someone are some of the calls, and drawn on their scale. */
function wholeOf(kind: typeof kinds[number]): typeof kinds[number] {
  return kind === "reached" ? "calls" : kind;
}

/** What each one did over the last twelve months: one small chart for each kind of activity, the same owners in the same order. */
export function activity(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const owners = data.team.lines.filter(line => line.id !== undefined).map((line): Active => ({ ...line, activity: line.activity ?? none }));
  const shown = kinds.filter(kind => owners.some(owner => owner.activity[kind] > 0));
  if (shown.length === 0) return null;
  return h("section", { id: "team-activity", tabindex: -1, "aria-labelledby": "team-activity-title" },
    h("h2", { id: "team-activity-title" }, locale.text("activityTitle")),
    h("p", { class: "lead" }, locale.text("activityLead")),
    wholeBase(context),
    h("div", { class: "card kinds" }, ...shown.map(kind => {
      const most = Math.max(...owners.map(owner => owner.activity[wholeOf(kind)]));
      return h("section", {},
        h("h3", {}, locale.text(`activity.${kind}`)),
        h("ul", {}, ...owners.map(owner => h("li", { class: "kind" },
          h("span", { class: "kind-name" }, named(owner.name)),
          h("span", { class: "kind-bar", "aria-hidden": "true" }, h("span", { style: `inline-size:${(100 * owner.activity[kind]) / most}%` })),
          h("span", { class: "kind-count" }, locale.count(owner.activity[kind]))))));
    })),
    asTable({ locale }, () => dataTable<Active>({
      locale, rows: owners, caption: locale.text("activityCaption"), file: "team-activity.csv",
      columns: [
        { label: locale.text("owner"), value: row => row.name, show: row => named(row.name) },
        ...shown.map(kind => ({ label: locale.text(`activity.${kind}`), value: (row: Active) => row.activity[kind] })),
      ],
    })));
}
