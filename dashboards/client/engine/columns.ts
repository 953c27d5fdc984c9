import type { Packed, PackedBytes } from "./packed";
import { inflatePlane, type PackedPlane } from "./planes";

// The facts as C# packs them (dashboards/Engine): whole numbers, what is expected of them, their step and least value taken out, deflated plane by plane of their bits.
export interface PackedColumn {
  step: number; least: number; lowest: number; highest: number;
  expected: "nothing" | "before" | "beforeOfAccount" | "ofAccount" | "usualOfAccount" | "ofRow"; of?: string; top: number;
  planes: PackedPlane[];
}
export interface PackedTable { rows: number; columns: Record<string, PackedColumn> }
export interface EngineData {
  days: { firstDay: string; asOf: number; ttmStart: number; countedFrom: number; dataFrom: number };
  tables: Record<string, PackedTable>;
  names: PackedBytes;
  customers: { parts: PackedTable; words: PackedBytes[] };
}
export interface EngineNames { segments: Record<string, (string | null)[]> }

/** As narrow as the numbers allow: memory that is touched for the first time costs more than all that is computed on it. */
export type Numbers = Uint8Array | Int16Array | Int32Array | Float64Array;

/** A table's columns; amounts are in steps, all else is as it is. */
export interface Columns { rows: number; of: Record<string, Numbers>; steps: Record<string, number> }

const amounts = new Set(["amount", "cost", "minutes", "revenue", "margin", "profit", "at_stake", "score"]);

/** Of each account, what its rows are likely to hold. */
type OfAccounts = Record<string, Numbers>;

/** All tables, in the order in which one tells of the next: accounts, sales, the others. */
export async function unpackTables({ tables }: EngineData, packed: Packed): Promise<Record<string, Columns>> {
  const unpacked: Record<string, Columns> = {};
  const ofAccounts: OfAccounts = {};
  const scratch: Scratch = [];
  const first = ["accounts", "sales"];
  for (const name of [...first, ...Object.keys(tables).filter(name => !first.includes(name))]) {
    const table = unpacked[name] = await unpackTable(tables[name]!, packed, ofAccounts, scratch);
    if (name === "accounts") Object.assign(ofAccounts, { owner: table.of["owner"], channel: table.of["channel"], usualProduct: table.of["usualProduct"] });
    if (name === "sales") Object.assign(ofAccounts, ofSales(table, unpacked["accounts"]!.rows));
  }
  return unpacked;
}

/** What the sales tell of each account, whose sales follow one another; its revenue in ten thousandths. */
function ofSales({ rows, of, steps }: Columns, size: number): OfAccounts {
  const { account, day, amount } = of as Record<"account" | "day" | "amount", Numbers>;
  const [firstSale, lastSale, sales, revenue] = [new Int32Array(size), new Int32Array(size), new Int32Array(size), new Float64Array(size)];
  for (let row = 0; row < rows;) {
    const [own, first] = [account[row]!, row];
    let [last, sum] = [0, 0];
    for (; row < rows && account[row] === own; row++) {
      if (day[row]! > last) last = day[row]!;
      sum += amount[row]!;
    }
    firstSale[own] = day[first]!;
    lastSale[own] = last;
    sales[own] = row - first;
    revenue[own] = sum * steps["amount"]!;
  }
  return { firstSale, lastSale, sales, revenue };
}

export async function unpackNames({ names }: EngineData, packed: Packed): Promise<EngineNames> {
  return JSON.parse(new TextDecoder().decode(await packed.inflate(names))) as EngineNames;
}

/** A part of each customer's name, by code, and the words that the codes from 1 stand for, one a line. */
export interface NamePart { codes: Numbers; words: Uint8Array }

export async function unpackCustomers({ customers: { parts, words } }: EngineData, packed: Packed): Promise<NamePart[]> {
  const { of } = await unpackTable(parts, packed, {}, []);
  const unpacked: NamePart[] = [];
  for (const [place, codes] of Object.values(of).entries()) unpacked.push({ codes, words: await packed.inflate(words[place]!) });
  return unpacked;
}

async function unpackTable({ rows, columns }: PackedTable, packed: Packed, ofAccounts: OfAccounts, scratch: Scratch): Promise<Columns> {
  const of: Record<string, Numbers> = {};
  const steps: Record<string, number> = {};
  for (const [name, column] of Object.entries(columns)) {
    if (isOfAccount(name, column)) continue;
    const known = column.of === undefined ? undefined : column.expected === "ofRow" ? of[column.of]! : ofAccounts[column.of]!;
    // An amount stays in steps: what is expected of it is divided, all else is multiplied.
    const unit = steps[name] = amounts.has(name) ? column.step : 1;
    const values = emptyFor(column, unit, rows);
    if (column.planes.length === 1 && values instanceof Uint8Array) await fill(values, column, packed, unit);
    else combine(values, await inflated(column, packed, scratch, rows), column, column.step / unit);
    of[name] = finish(values, column, of["account"]!, known, unit);
  }
  return { rows, of, steps };
}

function emptyFor({ lowest, highest }: PackedColumn, unit: number, rows: number): Numbers {
  const [low, high] = [lowest / unit, highest / unit];
  if (low >= 0 && high < 256) return new Uint8Array(rows);
  if (low >= -(2 ** 15) && high < 2 ** 15) return new Int16Array(rows);
  return low >= -(2 ** 31) && high < 2 ** 31 ? new Int32Array(rows) : new Float64Array(rows);
}

/** What is wholly as the account says is read from the account, of which there are fewer. */
function isOfAccount(name: string, { expected, planes, least }: PackedColumn): boolean {
  return (name === "owner" || name === "channel") && expected === "ofAccount" && planes.length === 0 && least === 0;
}

/** The one plane is the column, or its differences. */
async function fill(values: Uint8Array, { planes, least, step }: PackedColumn, packed: Packed, unit: number): Promise<void> {
  await inflatePlane(planes[0]!, packed, values);
  const by = step / unit;
  if (least !== 0 || by !== 1) for (let row = 0; row < values.length; row++) values[row] = (least + values[row]!) * by;
}

/** Where planes lie until they are numbers: the same memory for one column after the other. */
type Scratch = Uint8Array[];

/** The planes of a column, the lowest first. */
async function inflated({ planes }: PackedColumn, packed: Packed, scratch: Scratch, rows: number): Promise<Uint8Array[]> {
  const bytes: Uint8Array[] = [];
  for (const [place, plane] of planes.entries()) {
    if ((scratch[place]?.length ?? -1) < rows) scratch[place] = new Uint8Array(rows);
    await inflatePlane(plane, packed, scratch[place]!);
    bytes.push(scratch[place]!);
  }
  return bytes;
}

/** Codes become differences. Narrow arrays keep only the low bits of what lies between, which is enough for a sum that fits. */
function combine(values: Numbers, planes: Uint8Array[], { least, top }: PackedColumn, by: number): void {
  const [first, second, third] = planes;
  if (!first) return void (least !== 0 && values.fill(least * by));
  if (planes.length === 1) return fromOne(values, first, least, by);
  if (planes.length === 2) return fromTwo(values, first, second!, top, least, by);
  if (planes.length === 3) return fromThree(values, first, second!, third!, top, least, by);
  fromThree(values, first, second!, third!, 16, least, by);
  for (let place = 3; place < planes.length; place++) addPlane(values, planes[place]!, by * 2 ** (place === planes.length - 1 ? top : 8 * place));
}

function fromOne(values: Numbers, first: Uint8Array, least: number, by: number): void {
  for (let row = 0; row < values.length; row++) values[row] = (least + first[row]!) * by;
}

function fromTwo(values: Numbers, first: Uint8Array, second: Uint8Array, top: number, least: number, by: number): void {
  for (let row = 0; row < values.length; row++) values[row] = (least + (first[row]! | (second[row]! << top))) * by;
}

function fromThree(values: Numbers, first: Uint8Array, second: Uint8Array, third: Uint8Array, top: number, least: number, by: number): void {
  for (let row = 0; row < values.length; row++) values[row] = (least + (first[row]! | (second[row]! << 8) | (third[row]! << top))) * by;
}

function addPlane(values: Numbers, plane: Uint8Array, by: number): void {
  for (let row = 0; row < values.length; row++) values[row]! += plane[row]! * by;
}

/** Differences become the numbers themselves, in place. */
function finish(values: Numbers, { expected }: PackedColumn, accounts: Numbers, known: Numbers | undefined, unit: number): Numbers {
  switch (expected) {
    case "before": addBefore(values); break;
    case "beforeOfAccount": addBeforeOfAccount(values, accounts, known ?? new Uint8Array(accounts.length && accounts[accounts.length - 1]! + 1)); break;
    case "ofAccount": addOfAccount(values, accounts, known!, unit); break;
    case "usualOfAccount": swapUsual(values, accounts, known!); break;
    case "ofRow": for (let row = 0; row < values.length; row++) values[row]! += known![row]!; break;
  }
  return values;
}

function addBefore(values: Numbers): void {
  let before = 0;
  for (let row = 0; row < values.length; row++) values[row] = before += values[row]!;
}

function addBeforeOfAccount(values: Numbers, accounts: Numbers, first: Numbers): void {
  let [before, account] = [0, -1];
  for (let row = 0; row < values.length; row++) {
    const own = accounts[row]!;
    if (own !== account) before = first[account = own]!;
    values[row] = before += values[row]!;
  }
}

function addOfAccount(values: Numbers, accounts: Numbers, known: Numbers, unit: number): void {
  if (unit === 1) for (let row = 0; row < values.length; row++) values[row]! += known[accounts[row]!]!;
  else for (let row = 0; row < values.length; row++) values[row]! += known[accounts[row]!]! / unit;
}

/** 0 stands for what is usual of the account, which stands for 0. */
function swapUsual(values: Numbers, accounts: Numbers, usual: Numbers): void {
  for (let row = 0; row < values.length; row++) {
    const [code, own] = [values[row]!, usual[accounts[row]!]!];
    if (code === 0 || code === own) values[row] = code === 0 ? own : 0;
  }
}
