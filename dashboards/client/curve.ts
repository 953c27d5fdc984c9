import { isolated } from "./dom";
import type { Figure, Language, Localised } from "./pageData";

const words = { en: "customers", fr: "clients" };

interface Ranked { name: string; cumulativeShare?: number | undefined }

/** So many customers, and each by its rank from 0. */
export interface Ranks { count: number; of(place: number): Ranked }

/** Every one of the first hundred ranks, then one in so many. */
function sampled(count: number, inSet: number): number[] {
  const every = 1 + Math.floor(count / 400);
  const ranks = new Set(Array.from({ length: Math.min(100, count) }, (_, place) => place + 1));
  for (let rank = every; rank <= count; rank += every) ranks.add(rank);
  return [...ranks.add(inSet).add(count)].sort((a, b) => a - b);
}

/** The Pareto figure that C# made, with the curve of other customers: the same axes, words and marks (Figures/ParetoFigure.cs). */
export function recurved(made: Localised<Figure>, language: Language, customers: Ranks, inSet: number): Figure {
  const figure = made[language];
  const ranks = sampled(customers.count, inSet);
  const trace = (name: string, of: number[]) => ({
    ...figure.data.find(candidate => candidate["name"] === name),
    x: [0, ...of], y: [0, ...of.map(rank => 100 * customers.of(rank - 1).cumulativeShare!)], text: ["", ...of.map(rank => label(customers.of(rank - 1).name))],
  });
  const layout = figure.layout as { separators: string; xaxis: object; shapes: object[]; annotations: object[] };
  const last = customers.count;
  return {
    ...figure,
    data: [trace("set", ranks.filter(rank => rank <= inSet)), trace("curve", ranks)],
    layout: {
      ...figure.layout,
      xaxis: { ...layout.xaxis, range: [0, last * 1.01] },
      shapes: [{ ...layout.shapes[0], x1: last }, { ...layout.shapes[0], ...layout.shapes[1], x0: inSet, x1: inSet, y0: 0, y1: 100 * customers.of(inSet - 1).cumulativeShare! }],
      annotations: [{ ...layout.annotations[0], x: last }, { ...layout.annotations[0], ...layout.annotations[1], x: inSet, text: `${grouped(inSet, layout.separators)} ${words[language]}` }],
    },
  };
}

/** As Plotly writes numbers: its second separator stands between thousands. */
export function grouped(number: number, separators: string): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, separators.slice(1));
}

/** Plotly reads a few tags in its texts: none of a name's own is left, and a long one is cut (Figures/PlotlyText.cs). */
function label(name: string): string {
  return isolated(name).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
