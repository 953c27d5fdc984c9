import type { Context } from "./context";
import { h } from "./dom";
import { FactTable } from "./facts";
import { goTo, header, navigation } from "./header";
import { Locale } from "./locale";
import type { Language, PageData } from "./pageData";
import { drawPareto, pareto } from "./pareto";
import { quality } from "./quality";
import { segments } from "./segments";
import { readState, writeState, type State } from "./state";
import { onThemeChange } from "./theme";
import { tiles } from "./tiles";
import { trust } from "./trust";
import { watch } from "./watch";

const data = JSON.parse(document.getElementById("page-data")!.textContent!) as PageData;
const facts = new FactTable(data);
const defaults: State = {
  lang: document.documentElement.lang as Language,
  by: data.dimensions.find(dimension => dimension.segments > 0)?.name ?? "",
  period: "all",
  sort: data.segmentKpis[0] ?? "name",
  all: false,
};
const root = document.createElement("div");
let language: Language | undefined;
let comparison: ReturnType<typeof segments>;

function context(): Context {
  const state = readState(location.hash, defaults);
  return { data, facts, state, locale: new Locale(state.lang, data.run.currency), choose };
}

function choose(change: Partial<State>): void {
  location.hash = writeState({ ...readState(location.hash, defaults), ...change });
}

function draw(): void {
  const now = context();
  if (now.state.lang === language) comparison.draw(now);
  else drawWhole(now);
}

/** A change of language writes every word anew; the reader's place and focus stay. */
function drawWhole(now: Context): void {
  const { locale } = now;
  const focused = document.activeElement?.getAttribute("data-lang");
  language = locale.language;
  document.documentElement.lang = language;
  document.title = locale.text("pageTitle", data.run.title, locale.day(data.run.asOf));
  comparison = segments(now);
  root.replaceChildren(
    h("a", { class: "skip", href: "#main", click: event => { event.preventDefault(); goTo("main"); } }, locale.text("skip")),
    header(now),
    navigation(now),
    h("main", { id: "main", tabindex: -1 }, tiles(now), comparison.section, pareto(now), watch(now), trust(now), quality(now)),
    h("footer", {}, locale.text("footer", data.run.version)));
  if (focused) root.querySelector<HTMLElement>("[data-lang][aria-pressed=true]")?.focus();
  drawPareto(data.pareto, language);
}

document.body.append(root);
draw();
addEventListener("hashchange", draw);
document.addEventListener("DOMContentLoaded", () => {
  drawPareto(data.pareto, language!);
  onThemeChange(() => drawPareto(data.pareto, language!));
  document.documentElement.dataset["ready"] = "true";
});
