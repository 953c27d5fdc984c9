// Unpacks tables as the page does, and writes their columns as plain numbers.
import { readFileSync } from "node:fs";
import { unpackTables, type EngineData } from "../../../dashboards/client/engine/columns";
import { Packed } from "../../../dashboards/client/engine/packed";

const { tables, text } = JSON.parse(readFileSync(0, "utf8")) as EngineData & { text: string };
const unpacked = await unpackTables({ tables } as EngineData, new Packed(text));
process.stdout.write(JSON.stringify(Object.fromEntries(Object.entries(unpacked).map(([name, { of }]) =>
  [name, Object.fromEntries(Object.entries(of).map(([column, values]) => [column, Array.from(values)]))]))));
