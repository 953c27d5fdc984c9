import type { Facts } from "./facts";
import { measures, type CellName } from "./measures";
import { medianMeasures } from "./medianMeasures";
import { rankings } from "./rankings";

export type TableName = "sales" | "opportunities" | "leads" | "acquisition" | "spend" | "activities" | "spells" | "customers" | "satisfaction";
export type Tables = Readonly<Record<TableName, Facts>>;

/** The facts that the cells of each name are made of. */
const tablesOf: Record<CellName, TableName[]> = {
  sales: ["sales"], active: ["sales"], opportunities: ["opportunities"], acquisition: ["acquisition", "leads"], activities: ["activities"],
  satisfaction: ["satisfaction"], customers: ["customers"], spells: ["spells"], renewals: ["customers"], spending: ["sales"],
};

/** Whether the KPI is recomputed here; the others keep the warehouse's figure for the whole base. */
export function isRecomputed(kpi: string): boolean {
  return kpi in measures || kpi in medianMeasures || kpi in rankings;
}

const found = new Map<string, TableName[]>();

/** The facts that a KPI is made of. */
export function tablesFor(kpi: string): TableName[] {
  let tables = found.get(kpi);
  if (!tables) found.set(kpi, tables = findTables(kpi));
  return tables;
}

function findTables(kpi: string): TableName[] {
  if (kpi in medianMeasures) return [medianMeasures[kpi]!.table];
  if (kpi in rankings) return ["customers"];
  return [...new Set(measures[kpi]?.cells.flatMap(cell => tablesOf[cell]))];
}
