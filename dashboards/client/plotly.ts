import { packedText } from "./packedText";

let started: Promise<void> | undefined;

/** Plotly is the largest script and the last one needed: it lies deflated in the page, whose policy knows its hash, until something is drawn with it. */
export function startPlotly(): Promise<void> {
  return started ??= start();
}

async function start(): Promise<void> {
  if (document.readyState === "loading") await new Promise(parsed => document.addEventListener("DOMContentLoaded", parsed));
  const script = document.createElement("script");
  script.textContent = await packedText("plotly");
  document.head.append(script);
}
