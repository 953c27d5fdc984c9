/** Stretches of rows, each from its first row to the one after its last: what passes is mostly whole accounts, which are not looked into. */
export type Ranges = Int32Array;

/** Rows that are looked at in one call. */
const longest = 16_384;

/**
 * A browser compiles well what it calls again and again; a loop over millions of rows it leaves half compiled when it has been run through. What takes
 * the rows is no closure, and is handed what it needs: what was compiled of a closure is thrown away when no closure of its kind is left.
 */
export function byStretch<State>(ranges: Ranges, take: (state: State, row: number, end: number) => void, state: State): void {
  for (let place = 0; place < ranges.length; place += 2)
    for (let row = ranges[place]!, last = ranges[place + 1]!; row < last; row += longest) take(state, row, Math.min(last, row + longest));
}
