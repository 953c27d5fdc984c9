// Reads the table of the benchmark through DuckDB's own node client and times itself:
// node duckdb-read.mjs FILE THREADS rows|columns; prints {"ms":…, "sum":…}.
import { createRequire } from 'node:module';
const { DuckDBInstance } = createRequire(import.meta.url)('@duckdb/node-api');

const [file, threads, how] = process.argv.slice(2);
const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY', threads });
const connection = await instance.connect();

// A value at a time, as an application reads: getItem gives what getRows would, without the rows' arrays.
function readRows(chunk) {
  const [id, amount, day, name] = [0, 1, 2, 3].map(i => chunk.getColumnVector(i));
  let sum = 0;
  for (let row = 0; row < chunk.rowCount; row++)
    sum += Number(id.getItem(row)) + amount.getItem(row) + day.getItem(row).days + name.getItem(row).length;
  return sum;
}

// Whole columns, in the client's own typed arrays; texts it gives only as strings.
function readColumns(chunk) {
  const [id, amount, day, name] = [0, 1, 2, 3].map(i => chunk.getColumnVector(i));
  let sum = 0;
  for (const value of id.items) sum += Number(value);
  for (const value of amount.items) sum += value;
  for (const value of day.items) sum += value;
  for (let row = 0; row < chunk.rowCount; row++) sum += name.getItem(row).length;
  return sum;
}

async function read(sql) {
  const result = await connection.stream(sql);
  const readChunk = how === 'rows' ? readRows : readColumns;
  let sum = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) sum += readChunk(chunk);
  return sum;
}

await read('SELECT id, amount, day, name FROM t LIMIT 100000');
const start = performance.now();
const sum = await read('SELECT id, amount, day, name FROM t');
console.log(JSON.stringify({ ms: performance.now() - start, sum }));
