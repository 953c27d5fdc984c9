// The facts as C# packs them (dashboards/Engine): whole numbers, their step and least value taken out, deflated byte plane by byte plane.
export interface PackedColumn { step: number; least: number; rises: boolean; planes: string[] }
export interface PackedTable { rows: number; columns: Record<string, PackedColumn> }
export interface EngineData {
  days: { firstDay: string; asOf: number; ttmStart: number; countedFrom: number; dataFrom: number };
  tables: Record<string, PackedTable>;
  names: string;
}
export interface EngineNames { segments: Record<string, (string | null)[]>; customers: string[] }

export type Numbers = Int32Array | Float64Array;

/** A table's columns; amounts are in steps, all else is as it is. */
export interface Columns { rows: number; of: Record<string, Numbers>; steps: Record<string, number> }

const amounts = new Set(["amount", "cost", "minutes", "revenue", "margin", "profit", "at_stake", "score"]);

export async function unpackTable({ rows, columns }: PackedTable): Promise<Columns> {
  const of: Record<string, Numbers> = {};
  const steps: Record<string, number> = {};
  for (const [name, column] of Object.entries(columns)) {
    const planes: Uint8Array[] = [];
    for (const plane of column.planes) planes.push(await inflate(plane, rows));
    const step = amounts.has(name) ? 1 : column.step;
    steps[name] = amounts.has(name) ? column.step : 1;
    of[name] = unpack(column, step, planes, rows);
  }
  return { rows, of, steps };
}

function unpack({ least, rises }: PackedColumn, step: number, planes: Uint8Array[], rows: number): Numbers {
  const greatest = (Math.abs(least) + 256 ** planes.length * (rises ? rows : 1)) * step;
  const isSmall = greatest < 2 ** 31;
  const values = isSmall ? whole(planes, least | 0, step | 0, rows) : large(planes, least, step, rows);
  if (rises) for (let row = 1, base = values[0]!; row < rows; row++) values[row] = base += values[row]! - least * step;
  return values;
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

/** Bytes out of deflated base64; where their number is known they are written in place. */
export async function inflate(base64: string, size = 0): Promise<Uint8Array> {
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  void writer.write(bytesOf(base64));
  void writer.close();
  let bytes = new Uint8Array(size || 4 * base64.length);
  let length = 0;
  for (const reader = stream.readable.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return length === bytes.length ? bytes : bytes.subarray(0, length);
    if (length + value.length > bytes.length) bytes = grown(bytes, length + value.length);
    bytes.set(value, length);
    length += value.length;
  }
}

function grown(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(size, 2 * bytes.length));
  more.set(bytes);
  return more;
}

/** The browser's own decoder where it has one: ten times as fast. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const native = Uint8Array as unknown as { fromBase64?(text: string): Uint8Array<ArrayBuffer> };
  return native.fromBase64?.(base64) ?? Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
}

export async function unpackNames(names: string): Promise<EngineNames> {
  return JSON.parse(new TextDecoder().decode(await inflate(names))) as EngineNames;
}
