/** Round values up to the largest, five at most. */
export function ticks(most: number): number[] {
  const step = [1, 2, 5, 10].map(factor => factor * 10 ** Math.floor(Math.log10(most / 4))).find(size => most / size <= 5)!;
  return Array.from({ length: Math.floor(most / step) }, (_, place) => step * (place + 1));
}
