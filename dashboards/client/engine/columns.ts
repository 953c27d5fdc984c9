import { inflate } from "./bytes";

// The facts as C# packs them (dashboards/Engine): whole numbers, what is expected of them, their step and least value taken out, deflated byte plane by byte plane.
export interface PackedBytes { start: number; length: number }
export interface PackedColumn { step: number; least: number; expected: "nothing" | "before" | "beforeOfAccount" | "ofAccount" | "ofRow"; of?: string; planes: PackedBytes[] }
export interface PackedTable { rows: number; columns: Record<string, PackedColumn> }
export interface EngineData {
  days: { firstDay: string; asOf: number; ttmStart: number; countedFrom: number; dataFrom: number };
  tables: Record<string, PackedTable>;
  names: PackedBytes;
}
export interface EngineNames { segments: Record<string, (string | null)[]>; customers: string[] }

export type Numbers = Int32Array | Float64Array;

/** A table's columns; amounts are in steps, all else is as it is. */
export interface Columns { rows: number; of: Record<string, Numbers>; steps: Record<string, number> }

const amounts = new Set(["amount", "cost", "minutes", "revenue", "margin", "profit", "at_stake", "score"]);

/** Of each account, what its rows are likely to hold. */
type OfAccounts = Record<string, Numbers>;

/** All tables, in the order in which one tells of the next: accounts, sales, the others. */
export async function unpackTables({ tables }: EngineData, bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, Columns>> {
  const unpacked: Record<string, Columns> = {};
  const ofAccounts: OfAccounts = {};
  const first = ["accounts", "sales"];
  for (const name of [...first, ...Object.keys(tables).filter(name => !first.includes(name))]) {
    const table = unpacked[name] = await unpackTable(tables[name]!, bytes, ofAccounts);
    if (name === "accounts") Object.assign(ofAccounts, { owner: table.of["owner"], channel: table.of["channel"] });
    if (name === "sales") Object.assign(ofAccounts, ofSales(table, unpacked["accounts"]!.rows));
  }
  return unpacked;
}

/** What the sales tell of each account; its revenue in ten thousandths. */
function ofSales({ rows, of, steps }: Columns, size: number): OfAccounts {
  const { account, day, amount } = of as Record<"account" | "day" | "amount", Numbers>;
  const [firstSale, lastSale, sales, revenue] = [new Int32Array(size), new Int32Array(size), new Int32Array(size), new Float64Array(size)];
  for (let row = rows - 1; row >= 0; row--) {
    const own = account[row]!;
    firstSale[own] = day[row]!;
    if (day[row]! > lastSale[own]!) lastSale[own] = day[row]!;
    sales[own]!++;
    revenue[own]! += amount[row]!;
  }
  return { firstSale, lastSale, sales, revenue: revenue.map(sum => sum * steps["amount"]!) };
}

export async function unpackNames({ names }: EngineData, bytes: Uint8Array<ArrayBuffer>): Promise<EngineNames> {
  return JSON.parse(new TextDecoder().decode(await inflate(slice(bytes, names)))) as EngineNames;
}

async function unpackTable({ rows, columns }: PackedTable, bytes: Uint8Array<ArrayBuffer>, ofAccounts: OfAccounts): Promise<Columns> {
  const of: Record<string, Numbers> = {};
  const steps: Record<string, number> = {};
  for (const [name, column] of Object.entries(columns)) {
    const planes: Uint8Array[] = [];
    for (const plane of column.planes) planes.push(await inflate(slice(bytes, plane), rows));
    const known = column.of === undefined ? undefined : column.expected === "ofRow" ? of[column.of]! : ofAccounts[column.of]!;
    const isAmount = amounts.has(name);
    of[name] = addExpected(column, unpack(column, isAmount ? 1 : column.step, planes, rows, isAmount), of["account"]!, known, isAmount ? column.step : 1);
    steps[name] = isAmount ? column.step : 1;
  }
  return { rows, of, steps };
}

function slice(bytes: Uint8Array<ArrayBuffer>, { start, length }: PackedBytes): Uint8Array<ArrayBuffer> {
  return bytes.subarray(start, start + length);
}

/** Differences to what is expected become the numbers themselves, in place. */
function addExpected({ expected }: PackedColumn, values: Numbers, accounts: Numbers, known: Numbers | undefined, step: number): Numbers {
  switch (expected) {
    case "before": for (let row = 1; row < values.length; row++) values[row]! += values[row - 1]!; break;
    case "beforeOfAccount": for (let row = 0; row < values.length; row++) values[row]! += row > 0 && accounts[row] === accounts[row - 1] ? values[row - 1]! : known?.[accounts[row]!] ?? 0; break;
    case "ofAccount": for (let row = 0; row < values.length; row++) values[row]! += known![accounts[row]!]! / step; break;
    case "ofRow": for (let row = 0; row < values.length; row++) values[row]! += known![row]!; break;
  }
  return values;
}

/** Days and codes are small; amounts may not be. */
function unpack({ least, planes: { length }, expected }: PackedColumn, step: number, planes: Uint8Array[], rows: number, isAmount: boolean): Numbers {
  const isSmall = expected === "nothing" ? (Math.abs(least) + 256 ** length) * step < 2 ** 31 : !isAmount;
  return isSmall ? whole(planes, least, step, rows) : large(planes, least, step, rows);
}

/** One loop for each usual number of planes: a loop over planes inside is three times as slow. */
function whole(planes: Uint8Array[], least: number, step: number, rows: number): Int32Array {
  const values = new Int32Array(rows);
  const [low, mid, high] = planes as [Uint8Array, Uint8Array, Uint8Array];
  switch (planes.length) {
    case 0: return values.fill(least * step);
    case 1: for (let row = 0; row < rows; row++) values[row] = (least + low[row]!) * step; return values;
    case 2: for (let row = 0; row < rows; row++) values[row] = (least + (low[row]! | (mid[row]! << 8))) * step; return values;
    default: for (let row = 0; row < rows; row++) values[row] = (least + (low[row]! | (mid[row]! << 8) | (high[row]! << 16) | ((planes[3]?.[row] ?? 0) << 24))) * step; return values;
  }
}

function large(planes: Uint8Array[], least: number, step: number, rows: number): Float64Array {
  const values = new Float64Array(rows).fill(least * step);
  planes.forEach((plane, place) => {
    const scale = step * 256 ** place;
    for (let row = 0; row < rows; row++) values[row]! += plane[row]! * scale;
  });
  return values;
}
