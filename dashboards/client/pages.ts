import type { Context } from "./context";
import { changes } from "./changes";
import { definitions } from "./definitions";
import { effort } from "./effort/effort";
import { findings } from "./findings";
import { keep } from "./keep/index";
import { outlook } from "./outlook";
import { pareto } from "./pareto";
import { quality } from "./quality";
import { rising } from "./rising";
import { segments } from "./segments";
import { service } from "./service/index";
import { team } from "./team/index";
import { tiles } from "./tiles";
import { trust } from "./trust";
import { versus } from "./versus";
import { win } from "./win/index";
import { worth } from "./worth/index";

/** A part of a page that redraws itself at a choice, its controls and the focus in them staying. */
export interface Live {
  section: HTMLElement;
  draw(context: Context): void;
}

/** A part that is made anew when the selection changes, one that is live, or none where the data have nothing to show. */
export type Part = HTMLElement | Live | null;

export const pageNames = ["overview", "segments", "pareto", "keep", "win", "team", "service", "trust", "data"] as const;
export type PageName = typeof pageNames[number];

/** Each page answers one question of the reader; its parts from the answer down to the detail. */
export const pages: Record<PageName, ((context: Context) => Part)[]> = {
  overview: [findings, tiles, outlook],
  segments: [segments, versus, effort],
  pareto: [pareto, rising, ...worth],
  keep,
  win,
  team,
  service,
  trust: [trust],
  data: [quality, changes, definitions],
};
