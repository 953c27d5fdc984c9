import type { Context } from "../context";
import type { Part } from "../pages";
import { falling, unprofitable } from "./lists";
import { lorenz } from "./lorenz";
import { matrix } from "./matrix";

/** Who may fall, who has room to grow, how unequal customers are, and who costs more than it brings. */
export const worth: ((context: Context) => Part)[] = [falling, matrix, lorenz, unprofitable];
