export { acquisitionCells, leadCells } from "./acquisition";
export { activityCells } from "./activities";
export { customerCells } from "./customers";
export { opportunityCells } from "./opportunities";
export type { Cells, Pass } from "./pass";
export { saleCells } from "./sales";
export { satisfactionCells } from "./satisfaction";
