// What C# packs into the page (dashboards/Pages): bytes as text, most of them deflated.

/** Of ASCII's 128 characters those that are not written: HTML would change, skip or misunderstand them. */
const leftOut = new Set([0, 9, 10, 11, 12, 13, 26, 27, 38, 60, 62, 127]);

const base = 116;

const digits = new Uint8Array(128);
Array.from({ length: 128 }, (_, code) => code).filter(code => !leftOut.has(code)).forEach((code, digit) => digits[code] = digit);

const groups = 8192;
const characters = new Uint8Array(7 * groups);
const encoder = new TextEncoder();

/** Six bytes out of each seven characters, the lowest digit first, written into an array that is large enough; zeros fill up the last six. */
export function bytesOf(text: string, bytes: Uint8Array<ArrayBuffer> = new Uint8Array((text.length / 7) * 6)): Uint8Array<ArrayBuffer> {
  for (let from = 0, place = 0; from < text.length; from += characters.length, place += 6 * groups)
    decode(encoder.encodeInto(text.slice(from, from + characters.length), characters).written, bytes, place);
  return bytes;
}

/** 116 to the fourth power. */
const high = 181_063_936;

function decode(written: number, bytes: Uint8Array, place: number): void {
  for (let at = 0; at < written; at += 7, place += 6) {
    const first = digits[characters[at]!]! + base * (digits[characters[at + 1]!]! + base * (digits[characters[at + 2]!]! + base * digits[characters[at + 3]!]!));
    const last = digits[characters[at + 4]!]! + base * (digits[characters[at + 5]!]! + base * digits[characters[at + 6]!]!);
    const lower = (first + Math.imul(last, high)) & 0xFF_FFFF;
    const upper = (first + last * high - lower) / 0x100_0000;
    bytes[place] = lower;
    bytes[place + 1] = lower >> 8;
    bytes[place + 2] = lower >> 16;
    bytes[place + 3] = upper;
    bytes[place + 4] = upper >> 8;
    bytes[place + 5] = upper >> 16;
  }
}

/** Deflated bytes as they were, piece by piece; the array they lie in may be used again when all was taken. */
export async function inflateBy(deflated: Uint8Array<ArrayBuffer>, take: (piece: Uint8Array, at: number) => void): Promise<void> {
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  void writer.write(deflated);
  void writer.close();
  let at = 0;
  for (const reader = stream.readable.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return;
    take(value, at);
    at += value.length;
  }
}

export async function inflate(deflated: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  await inflateBy(deflated, piece => { pieces.push(piece); size += piece.length; });
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
