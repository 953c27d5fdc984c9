import type { Context } from "../context";
import type { Part } from "../pages";
import { activity } from "./activity";
import { heat } from "./heat";
import { plan } from "./plan";
import { profiles } from "./profiles";
import { rates } from "./rates";
import { target, teamAbsent } from "./target";

/** Who is off target, who wins more or less often, whose time goes elsewhere than the revenue, and who wins where. */
export const team: ((context: Context) => Part)[] = [context => target(context) ?? teamAbsent(context), plan, rates, profiles, heat, activity];
