import en from "../texts/en.json";
import fr from "../texts/fr.json";
import { isolated } from "./dom";
import type { Day, Language, Localised, Period, Unit } from "./pageData";

export type TextKey = keyof typeof en;
type PluralKey = TextKey extends infer K ? (K extends `${infer Stem}.one` ? Stem : never) : never;

const texts: Record<Language, Record<TextKey, string>> = { en, fr };
const regions: Record<Language, string> = { en: "en-GB", fr: "fr-FR" };

/** Words, numbers and dates as one language writes them. */
export class Locale {
  readonly #region: string;
  readonly #plural: Intl.PluralRules;
  readonly #formats = new Map<string, Intl.NumberFormat>();
  readonly #lists = new Map<string, Intl.ListFormat>();

  readonly currency: string | undefined;

  constructor(readonly language: Language, currency: string | undefined, private readonly labels: ReadonlyMap<string, Localised> = new Map()) {
    this.currency = /^[A-Za-z]{3}$/.test(currency ?? "") ? currency : undefined;
    this.#region = regions[language];
    this.#plural = new Intl.PluralRules(this.#region);
  }

  text(key: TextKey, ...values: (string | number)[]): string {
    return fill(texts[this.language][key], values);
  }

  /** The text of a code that data may bring, or the code itself where there is none. */
  code(prefix: string, code: string): string {
    return texts[this.language][`${prefix}.${code}` as TextKey] ?? isolated(code);
  }

  plural(key: PluralKey, count: number, ...values: (string | number)[]): string {
    const form = this.#plural.select(count) === "one" ? "one" : "other";
    return this.text(`${key}.${form}` as TextKey, ...values);
  }

  of(label: Localised): string {
    return label[this.language];
  }

  /** A sentence that a run wrote, its days as the reader writes them. */
  sentence(written: Localised): string {
    return this.of(written).replace(/\b\d{4}-\d{2}-\d{2}\b/g, day => this.shortDay(day));
  }

  segment(value: string): string {
    const label = this.labels.get(value);
    return label ? this.of(label) : value === "(unknown)" ? this.text("unknown") : value;
  }

  list(items: string[], type: "conjunction" | "disjunction"): string {
    if (items.length < 2) return items[0] ?? "";
    let format = this.#lists.get(type);
    if (!format) this.#lists.set(type, format = new Intl.ListFormat(this.#region, { type }));
    return format.format(items);
  }

  value(unit: Unit, value: number | null | undefined): string {
    if (value === null || value === undefined) return this.text("notAvailable");
    if (unit === "hours") return isLong(value) ? this.value("days", value / 24) : this.text("inHours", this.#format(unit, value).format(value));
    return this.#format(unit, value).format(value) + (unit === "times" ? "\u00a0×" : "");
  }

  /** As Intl writes ranges, at a tenth of its cost. */
  interval(unit: Unit, low: number, high: number): string {
    if (unit === "hours") return this.#hours(low, high);
    const format = this.#format(unit, high);
    const [from, to] = [format.format(low), format.format(high)];
    if (from === to) return this.#about(to);
    const saysUnitOnce = /^\d/.test(from) && (this.language === "fr" || unit === "days" || /\d$/.test(to));
    return saysUnitOnce ? `${from.replace(/\D+$/, "")}–${to}` : this.between(from, to);
  }

  #hours(low: number, high: number): string {
    if (isLong(high)) return this.interval("days", low / 24, high / 24);
    const [from, to] = [low, high].map(hours => this.#format("hours", hours).format(hours));
    return from === to ? this.#about(this.value("hours", high)) : this.text("inHours", `${from}–${to}`);
  }

  #about(written: string): string {
    return (this.language === "fr" ? "≃" : "~") + written;
  }

  /** From one to the other, as they are written; beside a minus, a dash would be read as another. */
  between(from: string, to: string): string {
    return /^[-−]/.test(from) || /^[-−]/.test(to) ? this.text("between", from.replace(/^-/, "−"), to.replace(/^-/, "−")) : `${from} – ${to}`;
  }

  ratio(value: number): string {
    return this.value("ratio", value);
  }

  /** What may happen: never so sure, nor so impossible, as rounding would have it. */
  chance(value: number): string {
    if (value >= 0.9995) return `>\u00a0${this.ratio(0.999)}`;
    return value < 0.0005 ? `<\u00a0${this.ratio(0.001)}` : this.ratio(value);
  }

  wholeRatio(value: number): string {
    return this.#number("wholeRatio", { style: "percent", maximumFractionDigits: 0 }).format(value);
  }

  /** A clause that opens a sentence. */
  capital(text: string): string {
    return text.charAt(0).toLocaleUpperCase(this.language) + text.slice(1);
  }

  /** What opens a sentence elsewhere, in the middle of one. */
  midSentence(text: string): string {
    return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase(this.language) + text.slice(1);
  }

  /** A difference with its sign. */
  signed(unit: Unit, value: number): string {
    return (value > 0 ? "+" : value < 0 ? "−" : "") + this.value(unit, Math.abs(value));
  }

  /** The same to a tenth of a point. */
  pointsExactly(difference: number): string {
    const tenths = Math.round(1000 * difference) / 10;
    return this.text("points", (tenths > 0 ? "+" : tenths < 0 ? "−" : "") + this.decimal(Math.abs(tenths), 1));
  }

  /** A difference between two rates, in points. */
  points(difference: number): string {
    return this.text("points", (difference >= 0.005 ? "+" : difference <= -0.005 ? "−" : "") + this.count(Math.round(Math.abs(100 * difference))));
  }

  wholeDays(value: number): string {
    return this.#number("wholeDays", { style: "unit", unit: "day", unitDisplay: "long", maximumFractionDigits: 0 }).format(value);
  }

  count(value: number): string {
    return this.value("count", value);
  }

  decimal(value: number, digits: number): string {
    return this.#number(`decimal${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value).replace("-", "−");
  }

  /** A number of whatever unit, no more exact than it helps to read. */
  measured(value: number): string {
    const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
    return this.#number(`measured${digits}`, { maximumFractionDigits: digits }).format(value).replace("-", "−");
  }

  /** Dates are written by hand: a browser takes 40 ms to make its first format of dates. */
  day(day: Day): string {
    const [year, month, date] = partsOf(day);
    return `${this.language === "fr" && date === 1 ? "1er" : date} ${this.text("monthNames").split(" ")[month - 1]} ${year}`;
  }

  shortDay(day: Day): string {
    return day.slice(0, 10).split("-").reverse().join("/");
  }

  month(day: Day): string {
    const [year, month] = partsOf(day);
    return `${this.text("monthNamesShort").split(" ")[month - 1]} ${year}`;
  }

  period(period: Period): string {
    const start = period.start ? utc(period.start) : undefined;
    switch (period.kind) {
      case "ttm": return period.end ? this.text("ttm", this.day(lastDay(period.end))) : this.text("ttm", "");
      case "year": return this.text("year", start?.getUTCFullYear() ?? "");
      case "quarter": return this.text("quarter", start ? 1 + Math.floor(start.getUTCMonth() / 3) : "", start?.getUTCFullYear() ?? "");
      case "month": return period.start ? this.month(period.start) : "";
      case "days": return period.start && period.end ? this.text("days", this.day(period.start), this.day(lastDay(period.end))) : "";
      case "horizon": return this.text("horizon");
      default: return this.text("wholePeriod");
    }
  }

  get decimalMark(): string {
    return this.language === "fr" ? "," : ".";
  }

  #format(unit: Unit, value: number): Intl.NumberFormat {
    if (unit === "ratio") return this.#number("ratio", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
    if (unit === "days") return this.#number("days", { style: "unit", unit: "day", unitDisplay: "long", minimumFractionDigits: 1, maximumFractionDigits: 1 });
    if (unit === "hours") return this.#number("hours", { maximumFractionDigits: 1 });
    if (unit === "times") return this.#number("times", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    if (unit === "score") return this.#number("score", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    if (unit === "count") return Math.abs(value) >= 10 || Number.isInteger(value) ? this.#number("count", { maximumFractionDigits: 0 }) : this.#number("few", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const digits = Math.abs(value) < 100 && !Number.isInteger(value) ? 2 : 0;
    const style: Intl.NumberFormatOptions = this.currency ? { style: "currency", currency: this.currency, currencyDisplay: "narrowSymbol" } : {};
    return this.#number(`amount${digits}`, { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits });
  }

  #number(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    let format = this.#formats.get(name);
    if (!format) this.#formats.set(name, format = new Intl.NumberFormat(this.#region, options));
    return format;
  }

}

function fill(text: string, values: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ""));
}

/** Two days or more are read in days. */
function isLong(hours: number): boolean {
  return Math.abs(hours) >= 48;
}

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function partsOf(day: Day): [year: number, month: number, date: number] {
  return day.slice(0, 10).split("-").map(Number) as [number, number, number];
}

/** Periods end before their last bound: the last day that is in it. */
function lastDay(end: Day): Day {
  const date = utc(end);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
