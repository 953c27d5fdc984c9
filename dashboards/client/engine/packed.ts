import { bytesOf, inflate, inflateBy } from "./bytes";

export interface PackedBytes { start: number; length: number }

/** The text that holds all that is packed; each part of it begins at a group of characters and is read where it is needed, into the same bytes. */
export class Packed {
  #bytes = new Uint8Array(0);

  constructor(private readonly text: string) {}

  inflate(part: PackedBytes): Promise<Uint8Array> {
    return inflate(this.#deflated(part));
  }

  inflateBy(part: PackedBytes, take: (piece: Uint8Array, at: number) => void): Promise<void> {
    return inflateBy(this.#deflated(part), take);
  }

  #deflated({ start, length }: PackedBytes): Uint8Array<ArrayBuffer> {
    const [from, groups] = [(start / 6) * 7, Math.ceil(length / 6)];
    if (this.#bytes.length < 6 * groups) this.#bytes = new Uint8Array(6 * groups);
    return bytesOf(this.text.slice(from, from + 7 * groups), this.#bytes).subarray(0, length);
  }
}
