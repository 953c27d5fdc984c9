/** A text as it is searched: without accents and case, two letters for those written as one. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss");
}

/** What is searched for: each of the words, wherever it stands. */
export function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/).filter(word => word !== "");
}
