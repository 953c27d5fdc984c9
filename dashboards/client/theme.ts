import type { Figure } from "./pageData";

/** Dresses a figure in the colours and font that the style sheet has at this moment: light, dark or print. */
export function themed(figure: Figure): Figure {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const axis = { gridcolor: token("line"), linecolor: token("line"), tickcolor: token("line") };
  const layout = figure.layout as Record<string, Record<string, unknown>[] & Record<string, unknown>>;
  return {
    data: figure.data.map(trace => ({ ...trace, line: { color: token("accent"), width: 2.5 }, fillcolor: token("accent-wash"), marker: { color: token("accent"), size: 12, line: { color: token("surface"), width: 2 } } })),
    layout: {
      ...layout,
      paper_bgcolor: "transparent",
      plot_bgcolor: "transparent",
      font: { family: getComputedStyle(document.body).fontFamily, size: 13, color: token("muted") },
      hoverlabel: { bgcolor: token("surface"), bordercolor: token("line"), font: { color: token("ink") } },
      xaxis: { ...layout["xaxis"], ...axis, showgrid: false, title: { ...(layout["xaxis"]!["title"] as object), font: { size: 13 } } },
      yaxis: { ...layout["yaxis"], ...axis },
      shapes: layout["shapes"]?.map(shape => ({ ...shape, line: { ...(shape["line"] as object), color: token("muted") } })),
    },
    config: figure.config,
  };
}

/** Calls back when the colours change: the reader's system turns dark, or the page is printed. */
export function onThemeChange(redraw: () => void): void {
  for (const query of ["(prefers-color-scheme: dark)", "print"]) matchMedia(query).addEventListener("change", redraw);
}
