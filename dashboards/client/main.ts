import { Book, chapterName } from "./book";
import { bookmarks } from "./bookmarks";
import { Dialogs } from "./card/dialogs";
import type { Context } from "./context";
import { h } from "./dom";
import type { EngineData } from "./engine/columns";
import { Engine } from "./engine/engine";
import { Idle } from "./engine/idle";
import { FactTable } from "./facts";
import { Figures } from "./figures";
import { goTo, header, markOpen, navigation, titleOf } from "./header";
import { addLists } from "./lists";
import { Locale } from "./locale";
import type { Language, PageData } from "./pageData";
import { drawPareto } from "./pareto";
import { startPlotly } from "./plotly";
import { selectionOf } from "./selection";
import { slicers, type Slicers } from "./slicers";
import { noFilters, readState, writeState, type State } from "./state";
import { fillPaper } from "./table";
import { onThemeChange } from "./theme";
import { tour } from "./tour";
import { alsoCompared } from "./versus";

const data = JSON.parse(document.getElementById("page-data")!.textContent!) as PageData;
const table = new FactTable(data);
const defaults: State = {
  page: data.pages[0]!,
  lang: document.documentElement.lang as Language,
  by: data.dimensions.find(dimension => dimension.segments > 0)?.name ?? "",
  sort: data.segmentKpis[0] ?? "name",
  all: false,
  a: "",
  b: "",
  customer: "",
  list: false,
  group: "",
  weights: "",
  ...noFilters(),
};
const labels = new Map(data.segmentLabels.map(({ segment, label }) => [segment, label]));
const locales = new Map<Language, Locale>();
const root = document.createElement("div");
let language: Language | undefined;
let book: Book;
let nav: HTMLElement;
let bar: Slicers;
let engine: Engine | undefined;
let idle: Idle | undefined;
const dialogs = new Dialogs();
/** What was read of the page so far: its data alone, or the customers' lists too. */
let isWhole = false;
const whole = addLists(data).then(() => { isWhole = true; });

function context(): Context {
  const asked = readState(location.hash, defaults);
  const state = data.pages.includes(asked.page) ? asked : { ...asked, page: defaults.page };
  const facts = new Figures(table, engine, selectionOf(state, table, engine));
  return { data, facts, state, locale: localeOf(state.lang), choose };
}

/** Its formats are dear to make: one for each language. */
function localeOf(language: Language): Locale {
  let locale = locales.get(language);
  if (!locale) locales.set(language, locale = new Locale(language, data.run.currency, labels));
  return locale;
}

function choose(change: Partial<State>): void {
  location.hash = writeState({ ...readState(location.hash, defaults), ...change });
}

/** The overview does without the lists. */
function draw(): void {
  idle?.hold();
  const now = context();
  if (!isWhole && now.state.page !== "overview") return void whole.then(draw);
  if (now.state.lang !== language) drawWhole(now);
  bar.draw(now);
  book.show(now);
  markOpen(nav, now.state);
  dialogs.show(now);
  if (now.state.page === "pareto") void drawWithPlotly();
}

/** Plotly, which takes half a second of the browser's time to start, is started where it is looked at: elsewhere a click might have to wait for it. */
async function drawWithPlotly(): Promise<void> {
  drawPareto();
  if (window.Plotly) return;
  await startPlotly();
  drawPareto();
}

function drawForPaper(): void {
  book.drawAll(context());
  fillPaper();
  drawPareto();
}

/** A change of language writes every word anew; the reader's place and focus stay. */
function drawWhole(now: Context): void {
  const { locale } = now;
  const focused = document.activeElement?.getAttribute("data-lang");
  language = locale.language;
  document.documentElement.lang = language;
  document.title = locale.text("pageTitle", titleOf(now), locale.day(data.run.asOf));
  writeFeet(now);
  book = new Book(now);
  nav = navigation(now);
  bar = slicers(now);
  root.replaceChildren(
    h("a", { class: "skip", href: "#main", click: event => { event.preventDefault(); goTo("main"); } }, locale.text("skip")),
    header(now, bookmarks(now)),
    nav,
    bar.element,
    tour(now) ?? "",
    book.element,
    h("footer", {}, locale.text("footer", data.run.version)));
  if (focused) root.querySelector<HTMLElement>("[data-lang][aria-pressed=true]")?.focus();
}

/** At the foot of each sheet stand the company and the chapter; what could end or escape a string of CSS is left out. */
function writeFeet({ data, locale }: Context): void {
  const write = (name: string, text: string) => document.documentElement.style.setProperty(name, `"${text.replace(/["\\\p{Cc}]/gu, " ")}"`);
  write("--paper", document.title);
  data.pages.forEach((page, place) => write(`--chapter-${page}`, chapterName(locale, page, place)));
}

document.body.append(root);
draw();
addEventListener("hashchange", draw);
addEventListener("beforeprint", drawForPaper);
document.addEventListener("DOMContentLoaded", async () => {
  const packed = JSON.parse(document.getElementById("page-facts")!.textContent!) as EngineData | null;
  await whole;
  if (packed) {
    engine = await Engine.open(packed, document.getElementById("page-bytes")!.textContent!, data.kpis);
    draw();
    idle = new Idle(engine.ahead({
      drawn: data.tiles.map(tile => tile.kpi),
      written: data.tiles.flatMap(tile => tile.beside ?? []),
      compared: [...data.segmentKpis, ...alsoCompared],
      by: context().state.by,
    }));
  }
  if (context().state.page === "pareto") await drawWithPlotly();
  onThemeChange(() => (matchMedia("print").matches ? drawForPaper() : drawPareto()));
  document.documentElement.dataset["ready"] = "true";
});
