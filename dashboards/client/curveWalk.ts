import { h, isolated, put, write } from "./dom";
import type { Locale } from "./locale";
import type { Figure } from "./pageData";

/** A curve's points by rank, and who stands at each. */
export interface Walked { locale: Locale; ranks: readonly number[]; shares: readonly number[]; start: number; nameOf(rank: number): string | undefined; open(rank: number): void }

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };

/** The keyboard's way along a curve: a slider from rank to rank, whose Enter opens the card of the customer that it has come to. */
export class CurveWalk {
  readonly said = h("p", { class: "curve-said", "aria-hidden": "true" });
  readonly hint: HTMLElement;
  #walked: Walked | undefined;
  #place = 0;

  constructor(readonly chart: HTMLElement, locale: Locale, private readonly redraw: () => void) {
    this.hint = h("p", { class: "curve-hint", id: `${chart.id}-hint` }, locale.text("curveHint"));
    chart.addEventListener("keydown", event => this.#press(event));
    chart.addEventListener("focus", redraw);
    chart.addEventListener("blur", redraw);
  }

  /** Without customers to open, the chart is a picture. */
  along(walked: Walked | undefined): void {
    this.#walked = walked;
    this.#place = walked ? Math.max(0, walked.ranks.indexOf(walked.start)) : 0;
    put(this.chart, "role", walked ? "slider" : "img");
    for (const [name, value] of [["tabindex", "0"], ["aria-describedby", this.hint.id], ["aria-valuemin", String(walked?.ranks[0])], ["aria-valuemax", String(walked?.ranks.at(-1))]] as const)
      put(this.chart, name, walked ? value : null);
    this.#say();
  }

  /** The point that it has come to, as a trace of the figure: while the keyboard is there. */
  get trace(): Figure["data"] {
    const point = this.#walked && this.chart.matches(":focus-visible") ? this.#walked : undefined;
    return point ? [{ type: "scatter", mode: "markers", name: "marked", x: [point.ranks[this.#place]], y: [point.shares[this.#place]], hoverinfo: "skip" }] : [];
  }

  #press(event: KeyboardEvent): void {
    if (!this.#walked || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = steps[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step === undefined) return this.#walked.open(this.#walked.ranks[this.#place]!);
    this.#place = Math.min(this.#walked.ranks.length - 1, Math.max(0, this.#place + step));
    this.#say();
    this.redraw();
  }

  #say(): void {
    const rank = this.#walked?.ranks[this.#place];
    const text = rank === undefined ? "" : this.#walked!.locale.text("curveAt", isolated(this.#walked!.nameOf(rank) ?? "–"), this.#walked!.locale.count(rank), this.#walked!.locale.ratio(this.#walked!.shares[this.#place]! / 100));
    write(this.said, text);
    put(this.chart, "aria-valuenow", rank === undefined ? null : String(rank));
    put(this.chart, "aria-valuetext", rank === undefined ? null : text);
  }
}
