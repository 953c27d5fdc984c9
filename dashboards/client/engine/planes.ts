import type { Packed, PackedBytes } from "./packed";

/** Bits of a column, a byte a row; with a base several rows lie in a byte, as many of its digits as fit, the first row's the lowest. */
export interface PackedPlane extends PackedBytes { base?: number }

/** Writes each row's byte into an array that may be longer. */
export async function inflatePlane(plane: PackedPlane, packed: Packed, into: Uint8Array): Promise<void> {
  if (plane.base === undefined) return packed.inflateBy(plane, (piece, at) => into.set(piece, at));
  const digits = digitsOf(plane.base);
  await packed.inflateBy(plane, (piece, at) => digits.forEach((digit, place) => spread(piece, digit, into, at * digits.length + place, digits.length)));
}

function spread(piece: Uint8Array, digit: Uint8Array, into: Uint8Array, first: number, apart: number): void {
  for (let at = 0, row = first; at < piece.length && row < into.length; at++, row += apart) into[row] = digit[piece[at]!]!;
}

/** By place, the digit there of each number that a byte holds. */
function digitsOf(base: number): Uint8Array[] {
  const digits: Uint8Array[] = [];
  for (let power = 1; power * base <= 256; power *= base) digits.push(Uint8Array.from({ length: 256 }, (_, number) => Math.floor(number / power) % base));
  return digits;
}
