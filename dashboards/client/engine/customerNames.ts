import type { Numbers } from "./columns";
import type { Accounts } from "./filter";

/** The customers' names, one a line in the order of their accounts; read only when one is asked for. */
export class CustomerNames {
  #text: string | undefined;
  #lines: string[] | undefined;
  #folded: Folded | undefined;

  constructor(private readonly accounts: Numbers, private readonly bytes: Uint8Array) {}

  get(account: number): string | undefined {
    const row = rowOf(this.accounts, account);
    return row < 0 ? undefined : (this.#lines ??= this.#read().split("\n"))[row];
  }

  /** The accounts whose customer's name holds a text, accents and case aside. */
  search(text: string): Accounts {
    const wanted = fold(text);
    const { text: all, ends } = this.fold();
    const found = new Uint8Array((this.accounts.at(-1) ?? 0) + 1);
    for (let row = 0, at = all.indexOf(wanted); at >= 0 && row < ends.length; at = all.indexOf(wanted, at)) {
      while (ends[row]! < at + wanted.length) row++;
      found[this.accounts[row]!] = 1;
      at = ends[row++]! + 1;
    }
    return found;
  }

  /** Folded once, as one text: a search is one walk through it. */
  fold(): Folded {
    return this.#folded ??= folded(fold(this.#read()), this.accounts.length);
  }

  #read(): string {
    return this.#text ??= new TextDecoder().decode(this.bytes);
  }
}

interface Folded { text: string; ends: Int32Array }

function folded(text: string, rows: number): Folded {
  const ends = new Int32Array(rows);
  for (let row = 0, at = 0; row < rows; row++) {
    const end = text.indexOf("\n", at);
    ends[row] = end < 0 ? text.length : end;
    at = ends[row]! + 1;
  }
  return { text, ends };
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
}

/** The accounts lie in ascending order. */
function rowOf(accounts: Numbers, account: number): number {
  let [low, high] = [0, accounts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (accounts[middle]! < account) low = middle + 1;
    else high = middle;
  }
  return accounts[low] === account ? low : -1;
}
