import type { EngineNames } from "./columns";

export const unknown = "(unknown)";

/** The names of segments by code; code 0 is what is not known. */
export class Segments {
  readonly #codes = new Map<string, Map<string, number>>();

  constructor(private readonly names: EngineNames) {}

  get dimensions(): string[] {
    return Object.keys(this.names.segments);
  }

  of(dimension: string): string[] {
    return this.#names(dimension).map(name => name ?? unknown);
  }

  name(dimension: string, code: number): string {
    return this.#names(dimension)[code] ?? unknown;
  }

  count(dimension: string): number {
    return this.#names(dimension).length;
  }

  #names(dimension: string): (string | null)[] {
    return Object.hasOwn(this.names.segments, dimension) ? this.names.segments[dimension]! : [];
  }

  code(dimension: string, segment: string): number | undefined {
    let codes = this.#codes.get(dimension);
    if (!codes) this.#codes.set(dimension, codes = new Map(this.of(dimension).map((name, code) => [name, code])));
    return codes.get(segment);
  }
}
