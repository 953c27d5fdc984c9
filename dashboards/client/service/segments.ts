import type { Context } from "../context";
import { dotChart } from "../dots";
import { h, isolated } from "../dom";
import { standing } from "../noise";
import type { Live } from "../pages";
import { baseOf, bySegment, measures, name, ofWholeBase, readings, shortName, written } from "./figures";

/** The same three measures by segment of a chosen dimension, side by side. */
export function serviceSegments(context: Context): Live | null {
  const { data, locale } = context;
  const dimensions = data.dimensions.filter(dimension => measures.some(measure => ofWholeBase(context, measure, dimension.name).length > 1));
  if (dimensions.length === 0) return null;
  const title = h("h2", { id: "service-segments-title" });
  const select = h("select", { name: "service-by", change: () => draw(now) }, ...dimensions.map(dimension => h("option", { value: dimension.name }, locale.of(dimension.label))));
  const results = h("div", { class: "trends" });
  const rule = h("p", { class: "rule" });
  const section = h("section", { id: "service-segments", tabindex: -1, "aria-labelledby": "service-segments-title" },
    title,
    h("div", { class: "controls" }, h("label", {}, h("span", {}, locale.text("compareBy")), select)),
    h("div", { class: "card" }, results),
    rule);

  let now = context;

  function draw(latest: Context): void {
    now = latest;
    const worse: string[] = [];
    results.replaceChildren(...measures.flatMap(measure => {
      const lines = bySegment(now, measure, select.value);
      const base = baseOf(now, measure, select.value);
      const { better, range } = readings[measure];
      if (lines.length === 0) return [];
      const named = lines.filter(line => standing({ direction: better }, line, { value: base ?? null }) === "worse").map(line => isolated(line.label));
      if (named.length > 0) worse.push(locale.text("worseOn", shortName(locale, measure), named.slice(0, 3).join(", ") + (named.length > 3 ? locale.plural("andMore", named.length - 3, locale.count(named.length - 3)) : "")));
      const [from, to] = range(lines.filter(line => line.n >= 10));
      return [h("section", { "data-kpi": measure },
        h("h3", {}, name(locale, measure)),
        dotChart({ context: now, lines, base, from, to, direction: better, format: value => written(locale, measure, value) }))];
    }));
    title.textContent = worse.length > 0 ? locale.text("serviceWorse", worse.join(locale.text("clause"))) : locale.text("serviceSegmentsSame");
    rule.textContent = `${locale.capital(locale.period(now.facts.selection.period))}. ${locale.text("serviceSegmentsRule")}`;
  }

  draw(context);
  return { section, draw };
}
