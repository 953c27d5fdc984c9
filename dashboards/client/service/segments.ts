import type { Context } from "../context";
import { dotChart } from "../dots";
import { h, isolated } from "../dom";
import { standing } from "../noise";
import type { Live } from "../pages";
import { bySegment, measures, name, readings, whole, written } from "./figures";

/** The same three measures by segment of a chosen dimension, side by side. */
export function serviceSegments(context: Context): Live | null {
  const { data, locale } = context;
  const dimensions = data.dimensions.filter(dimension => measures.some(measure => bySegment(context, measure, dimension.name).length > 1));
  if (dimensions.length === 0) return null;
  const title = h("h2", { id: "service-segments-title" });
  const select = h("select", { name: "service-by", change: () => draw(now) }, ...dimensions.map(dimension => h("option", { value: dimension.name }, locale.of(dimension.label))));
  const results = h("div", { class: "trends" });
  const section = h("section", { id: "service-segments", tabindex: -1, "aria-labelledby": "service-segments-title" },
    title,
    h("div", { class: "controls" }, h("label", {}, h("span", {}, locale.text("compareBy")), select)),
    h("div", { class: "card" }, results),
    h("p", { class: "rule" }, locale.text("serviceSegmentsRule")));

  let now = context;

  function draw(latest: Context): void {
    now = latest;
    const worse: string[] = [];
    results.replaceChildren(...measures.flatMap(measure => {
      const lines = bySegment(now, measure, select.value);
      const base = whole(now, measure)?.value;
      const { better, range } = readings[measure];
      if (lines.length === 0) return [];
      worse.push(...lines.filter(line => standing({ direction: better }, line, { value: base ?? null }) === "worse")
        .map(line => locale.text("worseOn", isolated(line.label), name(locale, measure).toLocaleLowerCase(locale.language))));
      const [from, to] = range(lines.filter(line => line.n >= 10));
      return [h("section", { "data-kpi": measure },
        h("h3", {}, name(locale, measure)),
        dotChart({ locale, lines, base, from, to, direction: better, format: value => written(locale, measure, value) }))];
    }));
    title.textContent = worse.length > 0 ? locale.text("serviceWorse", worse.slice(0, 3).join(locale.text("clause"))) : locale.text("serviceSegmentsSame");
  }

  draw(context);
  return { section, draw };
}
