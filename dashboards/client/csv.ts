import type { Locale } from "./locale";

export type Cell = string | number | null | undefined;

/** A CSV that a spreadsheet of that language opens as is, and in which no text of a CRM runs as a formula. */
export function csv(locale: Pick<Locale, "decimalMark">, rows: Cell[][]): string {
  const separator = locale.decimalMark === "," ? ";" : ",";
  const lines = rows.map(row => row.map(cell => encode(cell, locale.decimalMark, separator)).join(separator));
  return "\ufeff" + lines.join("\r\n") + "\r\n";
}

function encode(cell: Cell, decimalMark: string, separator: string): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(cell).replace(".", decimalMark);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? "'" + cell : cell;
  return /["\r\n;,\t]/.test(harmless) || harmless.includes(separator) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
