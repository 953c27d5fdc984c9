import type { Day, Period } from "../pageData";
import type { EngineData } from "./columns";

/** A half-open stretch of days, counted from the first day of the data; undated facts count only in the whole. */
export interface Span { from: number; to: number; undated: boolean }

type Kind = "all" | "ttm" | "year" | "quarter" | "month";

const millisecondsPerDay = 86_400_000;

/** The calendar of the facts: days by number, and slices (months, cut where the trailing twelve months begin) that tile every period. */
export class Days {
  readonly #first: number;
  readonly asOf: number;
  readonly ttmStart: number;
  readonly dataFrom: number;

  constructor(private readonly days: EngineData["days"]) {
    this.#first = Date.parse(days.firstDay);
    this.asOf = days.asOf;
    this.ttmStart = days.ttmStart;
    this.dataFrom = days.dataFrom;
  }

  /** The days of a period; the whole base has no bounds, whatever the first day in it. */
  span(period: Period): Span {
    switch (period.kind) {
      case "all": return { from: 0, to: this.asOf + 1, undated: true };
      case "ttm": return { from: this.ttmStart, to: this.asOf + 1, undated: false };
      default: return { from: this.number(period.start!), to: this.number(period.end!), undated: false };
    }
  }

  number(day: Day): number {
    return Math.round((Date.parse(day) - this.#first) / millisecondsPerDay);
  }

  day(number: number): Day {
    return new Date(this.#first + number * millisecondsPerDay).toISOString().slice(0, 10);
  }

  monthsAway(number: number, months: number): number {
    const date = new Date(this.#first + number * millisecondsPerDay);
    const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
    const length = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
    target.setUTCDate(Math.min(date.getUTCDate(), length));
    return Math.round((target.getTime() - this.#first) / millisecondsPerDay);
  }

  readonly #periods = new Map<string, Period[]>();

  /** Every period of a kind that holds a day of the data, the first one first. */
  periods(kind: Kind): readonly Period[] {
    let periods = this.#periods.get(kind);
    if (!periods) this.#periods.set(kind, periods = this.#find(kind));
    return periods;
  }

  #find(kind: Kind): Period[] {
    if (kind === "all") return [{ kind, start: this.day(this.days.countedFrom), end: this.day(this.asOf + 1) }];
    if (kind === "ttm") return [{ kind, start: this.day(this.ttmStart), end: this.day(this.asOf + 1) }];
    const length = { year: 12, quarter: 3, month: 1 }[kind];
    const first = new Date(this.#first);
    const found: Period[] = [];
    for (let month = first.getUTCMonth() - (first.getUTCMonth() % length); ; month += length) {
      const start = Date.UTC(first.getUTCFullYear(), month, 1);
      if (start > this.#first + this.asOf * millisecondsPerDay) return found;
      found.push({ kind, start: iso(start), end: iso(Date.UTC(first.getUTCFullYear(), month + length, 1)) });
    }
  }
}

function iso(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

/** Which of some periods, by place, each day lies in; days are shifted by two, for -2 (before the data) and -1 (undated). */
export class Slots {
  static #made = 0;

  /** Tells what was added up in these slots from what was in others. */
  readonly id = Slots.#made++;
  readonly of: Int32Array;
  /** Slot 0 is for days that are not counted, slot 1 for facts without a date. */
  readonly width: number;
  readonly #starts: number[];

  /** A slot for each day. */
  static daily(asOf: number): Slots {
    return new Slots(Array.from({ length: asOf + 1 }, (_, day) => day), asOf);
  }

  constructor(starts: number[], asOf: number) {
    this.#starts = starts;
    this.width = starts.length + 2;
    this.of = new Int32Array(asOf + 3);
    this.of[1] = 1;
    for (let place = 0; place < starts.length; place++)
      this.of.fill(place + 2, starts[place]! + 2, (starts[place + 1] ?? asOf + 1) + 2);
  }

  /** The slots that a span is made of, as a stretch and whether undated facts belong to it; it must begin and end where slots do, or beyond them. */
  within({ from, to, undated }: Span): { first: number; end: number; undated: boolean } {
    return { first: 2 + before(this.#starts, from), end: 2 + before(this.#starts, to), undated };
  }
}

/** How many of some ascending days lie before one. */
function before(starts: readonly number[], day: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
