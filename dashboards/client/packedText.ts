import { bytesOf, inflate } from "./engine/bytes";

/** The text that lies deflated in an element of the page. */
export async function packedText(id: string): Promise<string> {
  const element = document.getElementById(id)!;
  return new TextDecoder().decode(await inflate(bytesOf(element.textContent!).subarray(0, Number(element.dataset["length"]))));
}
