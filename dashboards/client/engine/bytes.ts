// What C# packs into the page (dashboards/Pages): bytes as text, most of them deflated.

/** Of ASCII's 128 characters those that are not written: HTML would change, skip or misunderstand them. */
const leftOut = new Set([0, 9, 10, 11, 12, 13, 26, 27, 38, 60, 62, 127]);

const base = 116;

const digits = new Uint8Array(128);
Array.from({ length: 128 }, (_, code) => code).filter(code => !leftOut.has(code)).forEach((code, digit) => digits[code] = digit);

/** Six bytes out of each seven characters, the lowest digit first; zeros fill up the last six. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length / 7) * 6);
  for (let [at, place] = [0, 0]; at < text.length; at += 7, place += 6) {
    const low = digit(text, at) + base * (digit(text, at + 1) + base * (digit(text, at + 2) + base * digit(text, at + 3)));
    const high = digit(text, at + 4) + base * (digit(text, at + 5) + base * digit(text, at + 6));
    const number = low + base ** 4 * high;
    const upper = Math.floor(number / 0x100_0000);
    const lower = number - upper * 0x100_0000;
    bytes[place] = lower;
    bytes[place + 1] = lower >> 8;
    bytes[place + 2] = lower >> 16;
    bytes[place + 3] = upper;
    bytes[place + 4] = upper >> 8;
    bytes[place + 5] = upper >> 16;
  }
  return bytes;
}

function digit(text: string, at: number): number {
  return digits[text.charCodeAt(at)]!;
}

/** Deflated bytes as they were; where their number is known they are written in place. */
export async function inflate(deflated: Uint8Array<ArrayBuffer>, size = 0): Promise<Uint8Array> {
  const stream = new DecompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  void writer.write(deflated);
  void writer.close();
  let bytes = new Uint8Array(size || 4 * deflated.length);
  let length = 0;
  for (const reader = stream.readable.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return length === bytes.length ? bytes : bytes.subarray(0, length);
    if (length + value.length > bytes.length) bytes = grown(bytes, length + value.length);
    bytes.set(value, length);
    length += value.length;
  }
}

function grown(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(Math.max(size, 2 * bytes.length));
  more.set(bytes);
  return more;
}
