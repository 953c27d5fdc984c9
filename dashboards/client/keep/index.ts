import type { Context } from "../context";
import type { Part } from "../pages";
import { watch } from "../watch";
import { attrition } from "./attrition";
import { causes, changes } from "./causes";
import { cohorts } from "./cohorts";
import { dropOffs } from "./dropOffs";
import { medianMonth, survival } from "./survival";

/** Whom to call back, how many are lost, how long customers stay and what goes before a loss. */
export const keep: ((context: Context) => Part)[] = [dropOffs, watch, attrition, causes, changes, stay, cohorts];

function stay(context: Context): Part {
  const { data, locale } = context;
  const median = medianMonth(data.keep.survival);
  return survival(context, data.keep.survival, {
    id: "survival", file: "survival.csv", lead: locale.text("survivalReads"),
    title: median === undefined ? locale.text("survivalNeutral") : locale.text("survivalTitle", median),
  });
}
