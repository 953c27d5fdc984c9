import type { Period } from "../pageData";
import type { Facts } from "./dimensions";

/** What the reader chose: segments per dimension (any of them counts), customers, and a period. */
export interface Selection {
  segments: Readonly<Record<string, readonly string[]>>;
  /** Accounts by code; those that a search found or a click chose. */
  accounts?: ReadonlySet<number>;
  period: Period;
}

export const everything = (period: Period): Selection => ({ segments: {}, period });

/** A filter in codes: which codes of a dimension are let through. */
export interface Filter { dimension: string; passes: Uint8Array; key: string }

/**
 * One number per row of a table; bit d is set where dimension d leaves the row out. A figure under all filters adds the rows of mask 0;
 * a comparison of the segments of d leaves bit d out of account, so that the segments not chosen are dimmed and not gone.
 */
export class Mask {
  readonly bits: Uint32Array;
  readonly #set = new Map<number, string>();

  constructor(private readonly facts: Facts, private readonly dimensions: readonly string[]) {
    this.bits = new Uint32Array(facts.rows);
  }

  /** Brings the mask to these filters; only dimensions whose choice changed are gone through. */
  apply(filters: readonly Filter[]): void {
    this.dimensions.forEach((dimension, place) => {
      const filter = filters.find(candidate => candidate.dimension === dimension);
      if (this.#set.get(place) === filter?.key) return;
      const codes = this.facts.codes(dimension);
      if (!codes) return;
      const bit = 1 << place;
      if (filter) mark(this.bits, codes, Uint32Array.from(filter.passes, passes => (passes === 1 ? 0 : bit)), ~bit);
      else clear(this.bits, ~bit);
      if (filter) this.#set.set(place, filter.key);
      else this.#set.delete(place);
    });
  }

  /** The bits that count: all but those of the dimensions named. */
  heeding(ignored: readonly string[]): number {
    return this.dimensions.reduce((bits, dimension, place) => (ignored.includes(dimension) ? bits : bits | (1 << place)), 0);
  }
}

function mark(bits: Uint32Array, codes: ArrayLike<number>, excluded: Uint32Array, kept: number): void {
  for (let row = 0; row < bits.length; row++) bits[row] = (bits[row]! & kept) | excluded[codes[row]!]!;
}

function clear(bits: Uint32Array, kept: number): void {
  for (let row = 0; row < bits.length; row++) bits[row]! &= kept;
}
