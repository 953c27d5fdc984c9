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
  await Promise.all(Object.entries(columns).map(async ([name, column]) => {
    const planes = await Promise.all(column.planes.map(inflate));
    const step = amounts.has(name) ? 1 : column.step;
    steps[name] = amounts.has(name) ? column.step : 1;
    of[name] = unpack(column, step, planes, rows);
  }));
  return { rows, of, steps };
}

function unpack({ least, rises }: PackedColumn, step: number, planes: Uint8Array[], rows: number): Numbers {
  const greatest = (Math.abs(least) + 256 ** planes.length * (rises ? rows : 1)) * step;
  const values = greatest < 2 ** 31 ? new Int32Array(rows) : new Float64Array(rows);
  let scale = step;
  for (const plane of planes) {
    for (let row = 0; row < rows; row++) values[row]! += plane[row]! * scale;
    scale *= 256;
  }
  let base = least * step;
  if (rises) for (let row = 0; row < rows; row++) values[row] = base += values[row]!;
  else if (base !== 0) for (let row = 0; row < rows; row++) values[row]! += base;
  return values;
}

export async function inflate(base64: string): Promise<Uint8Array> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < bytes.length; place++) bytes[place] = text.charCodeAt(place);
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  void writer.write(bytes);
  void writer.close();
  return new Uint8Array(await new Response(stream.readable).arrayBuffer());
}

export async function unpackNames(names: string): Promise<EngineNames> {
  return JSON.parse(new TextDecoder().decode(await inflate(names))) as EngineNames;
}
