import { fold, wordsOf } from "../fold";
import type { NamePart, Numbers } from "./columns";
import { firstFrom } from "./facts";
import type { Accounts } from "./filter";

/** So many names are folded at once: what an idle moment has time for. */
const stretch = 8192;

/** The customers' names, put together from their parts only when one is asked for. */
export class CustomerNames {
  #words: string[][] | undefined;
  #folding: Folding | undefined;
  #folded: Folded | undefined;

  constructor(private readonly accounts: Numbers, private readonly parts: readonly NamePart[]) {}

  get(account: number): string | undefined {
    const row = rowOf(this.accounts, account);
    return row < 0 ? undefined : nameOf(this.parts, this.#words ??= this.#read(text => text), row);
  }

  /** The accounts whose customer's name holds each word of a text. */
  search(text: string): Accounts {
    const [first = "", ...others] = wordsOf(text);
    return others.map(word => this.#holding(word)).reduce((found, holding) => found.map((holds, account) => holds & holding[account]!), this.#holding(first));
  }

  #holding(wanted: string): Accounts {
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
    const { texts, ends } = this.#folding!;
    return this.#folded = { text: texts.join(""), ends };
  }

  /** How often to fold on until all is. */
  get stretches(): number {
    return Math.ceil(this.accounts.length / stretch);
  }

  /** Folds the next names; false where there are none. */
  foldOn(): boolean {
    const folding = this.#folding ??= { words: this.#read(fold), texts: [], ends: new Int32Array(this.accounts.length), row: 0, length: 0 };
    if (folding.row >= this.accounts.length) return false;
    const names: string[] = [];
    for (const end = Math.min(this.accounts.length, folding.row + stretch); folding.row < end; folding.row++) {
      const name = nameOf(this.parts, folding.words, folding.row);
      names.push(name, "\n");
      folding.ends[folding.row] = folding.length += name.length;
      folding.length++;
    }
    folding.texts.push(names.join(""));
    return true;
  }

  /** The words of each part by code; none at 0. */
  #read(change: (text: string) => string): string[][] {
    return this.parts.map(({ words }) => ["", ...change(new TextDecoder().decode(words)).split("\n")]);
  }
}

interface Folded { text: string; ends: Int32Array }

/** The words folded, what of the names is put together of them so far, and at which name to go on. */
interface Folding { words: string[][]; texts: string[]; ends: Int32Array; row: number; length: number }

function nameOf(parts: readonly NamePart[], words: readonly string[][], row: number): string {
  let name = "";
  for (let part = 0; part < parts.length; part++) {
    const code = parts[part]!.codes[row]!;
    if (code === 0) break;
    name += part === 0 ? words[part]![code]! : ` ${words[part]![code]!}`;
  }
  return name;
}

function rowOf(accounts: Numbers, account: number): number {
  const row = firstFrom(accounts, account);
  return accounts[row] === account ? row : -1;
}
