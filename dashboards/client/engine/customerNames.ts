import type { Numbers } from "./columns";
import { firstFrom } from "./facts";
import type { Accounts } from "./filter";

/** So many characters are folded at once: what an idle moment has time for. */
const stretch = 2 ** 17;

/** The customers' names, one a line in the order of their accounts; read only when one is asked for. */
export class CustomerNames {
  #text: string | undefined;
  #lines: string[] | undefined;
  #folding: Folding | undefined;
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
    if (this.#folded) return this.#folded;
    while (this.foldOn());
    const { parts, ends, rows, length } = this.#folding!;
    // A last customer without a name has no line.
    return this.#folded = { text: parts.join(""), ends: ends.fill(length, rows) };
  }

  /** How often to fold on until all is. */
  get stretches(): number {
    return Math.ceil(this.bytes.length / stretch);
  }

  /** Folds the next names; false where there are none. */
  foldOn(): boolean {
    const text = this.#read();
    const folding = this.#folding ??= { parts: [], ends: new Int32Array(this.accounts.length), rows: 0, length: 0, at: 0 };
    if (folding.at >= text.length) return false;
    const line = text.indexOf("\n", folding.at + stretch);
    const end = line < 0 ? text.length : line + 1;
    add(folding, fold(text.slice(folding.at, end)));
    folding.at = end;
    return true;
  }

  #read(): string {
    return this.#text ??= new TextDecoder().decode(this.bytes);
  }
}

interface Folded { text: string; ends: Int32Array }

/** What of the names is folded so far, and at which character to go on. */
interface Folding { parts: string[]; ends: Int32Array; rows: number; length: number; at: number }

function add(folding: Folding, names: string): void {
  for (let at = 0; at < names.length;) {
    const line = names.indexOf("\n", at);
    const end = line < 0 ? names.length : line;
    folding.ends[folding.rows++] = folding.length + end;
    at = end + 1;
  }
  folding.parts.push(names);
  folding.length += names.length;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
}

function rowOf(accounts: Numbers, account: number): number {
  const row = firstFrom(accounts, account);
  return accounts[row] === account ? row : -1;
}
