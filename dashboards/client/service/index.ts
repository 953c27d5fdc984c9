import type { Context } from "../context";
import type { Part } from "../pages";
import { outcomes, reasons } from "./causes";
import { serviceSegments } from "./segments";
import { verbatims } from "./verbatims";
import { voice } from "./voice";

/** Whether the service got better or worse, for whom, why customers complain, and whether the unhappy ones leave. */
export const service: ((context: Context) => Part)[] = [voice, serviceSegments, reasons, outcomes, verbatims];
