import { asTable, wholeBase } from "../chapter";
import type { Context } from "../context";
import { h, isolated, named, svg } from "../dom";
import type { OwnerLine, OwnerProfile } from "../pageData";
import { dataTable } from "../table";
import { behind } from "../who";

type Profiled = OwnerLine & { profile: OwnerProfile };

/** Where time goes against where the margin comes from, or revenue where costs are not known: hunters, farmers, and those in whom the two disagree. */
export function profiles(context: Context): HTMLElement | null {
  const { data, locale } = context;
  const owners = data.team.lines.filter((line): line is Profiled => line.profile?.prospecting !== undefined);
  if (owners.length === 0) return null;
  const measure = owners[0]!.profile.isMargin ? "margin" : "revenue";
  const odd = owners.filter(owner => owner.profile.disagree).sort((a, b) => gap(b) - gap(a));
  return h("section", { id: "team-profiles", tabindex: -1, "aria-labelledby": "team-profiles-title" },
    h("h2", { id: "team-profiles-title" }, odd.length > 0
      ? locale.text(`profilesDisagree.${measure}`, furthest(locale, odd))
      : locale.text(`profilesAgree.${measure}`)),
    h("p", { class: "lead" }, locale.text("profilesLead")),
    wholeBase(context),
    h("div", { class: "card" },
      h("ul", { class: "dots" }, ...owners.map(owner => row(context, owner))),
      h("ul", { class: "legend" }, h("li", { class: "key-time" }, locale.text("timeOnProspects")), h("li", { class: "key-money" }, locale.text(`fromNew.${measure}`)))),
    h("p", { class: "rule" }, locale.text(`profilesRule.${measure}`)),
    asTable({ locale }, () => dataTable<Profiled>({
      locale, rows: owners, caption: locale.text("profilesCaption"), file: "team-profiles.csv",
      columns: [
        { label: locale.text("owner"), value: row => row.name, show: row => named(row.name) },
        { label: locale.text("profile"), value: row => locale.code("profile", row.profile.kind ?? "") },
        { label: locale.text("hours"), value: row => row.profile.hours },
        { label: locale.text("timeOnProspects"), value: row => row.profile.prospecting, show: row => locale.value("ratio", row.profile.prospecting) },
        { label: locale.text(measure), value: row => row.profile.amount, show: row => locale.value("amount", row.profile.amount) },
        { label: locale.text(`fromNew.${measure}`), value: row => row.profile.fromNew, show: row => locale.value("ratio", row.profile.fromNew) },
        { label: locale.text("warning"), value: row => (row.profile.disagree ? locale.text("disagree") : "") },
      ],
    })));
}

function gap({ profile }: Profiled): number {
  return Math.abs(profile.prospecting! - (profile.fromNew ?? 0));
}

/** The three in whom the two lie furthest apart, and how many more. */
function furthest(locale: Context["locale"], odd: Profiled[]): string {
  const names = odd.slice(0, 3).map(owner => isolated(owner.name));
  return odd.length > 3 ? names.join(", ") + locale.plural("andMore", odd.length - 3, locale.count(odd.length - 3)) : locale.list(names, "conjunction");
}

function row(context: Context, { name, profile }: Profiled): HTMLElement {
  const { locale } = context;
  const at = (share: number) => `${(100 * Math.min(1, Math.max(0, share))).toFixed(2)}%`;
  const [time, money] = [profile.prospecting!, profile.fromNew];
  return h("li", { class: `dot-row two-dots${profile.disagree ? " disagree" : ""}` },
    h("span", { class: "dot-label" }, behind(context, { owner: name }, named(name))),
    svg("svg", { class: "dot-drawing", "aria-hidden": "true" },
      svg("line", { class: "dot-axis", x1: "0%", x2: "100%", y1: 13, y2: 13 }),
      money !== undefined && svg("line", { class: "two-dots-link", x1: at(time), x2: at(money), y1: 13, y2: 13 }),
      svg("circle", { class: "dot-time", cx: at(time), cy: 13, r: 5 }),
      money !== undefined && svg("circle", { class: "dot", cx: at(money), cy: 13, r: 5 })),
    h("span", { class: "dot-value" }, locale.text("timeThenMoney", locale.ratio(time), locale.value("ratio", money))),
    h("span", { class: "dot-n" }, profile.disagree ? locale.text("disagree") : locale.code("profile", profile.kind ?? "")));
}
