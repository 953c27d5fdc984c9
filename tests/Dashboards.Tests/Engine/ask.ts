// Opens a page's engine outside a browser and answers, line by line, what figures a selection has.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { recomputed } from "../../../dashboards/client/effort/recomputed";
import { Engine } from "../../../dashboards/client/engine/engine";
import { FactTable } from "../../../dashboards/client/facts";
import { Figures } from "../../../dashboards/client/figures";

const html = readFileSync(process.argv[2]!, "utf8");
const embedded = (id: string) => new RegExp(`<script type="[a-z/]+" id="${id}">(.*?)</script>`, "s").exec(html)![1]!;
const data = JSON.parse(embedded("page-data"));
const engine = await Engine.open(JSON.parse(embedded("page-facts")), embedded("page-bytes"), data.kpis);
const table = new FactTable(data);

for await (const line of createInterface({ input: process.stdin })) {
  const { kpi, segments, search, period, by, effort } = JSON.parse(line);
  const selection = { segments, period, ...(search ? { accounts: engine.search(search) } : {}) };
  const answer = effort ? recomputed({ facts: new Figures(table, engine, selection) }, effort) : kpi ? { known: engine.has(kpi), ignored: engine.ignores(kpi, selection), facts: engine.measure(kpi, selection, { by: by ?? undefined }), inSeries: ["year", "quarter", "month"].includes(period.kind) ? engine.series(kpi, selection, period.kind).find(fact => fact.period.start === period.start) : undefined } : engine.counted(selection);
  process.stdout.write(JSON.stringify(answer) + "\n");
}
