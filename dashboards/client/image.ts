import type { Locale } from "./locale";
import { h } from "./dom";

/** A button that copies the part as an image, or downloads it where the browser gives no clipboard. */
export function imageButton(locale: Locale, section: HTMLElement): HTMLElement {
  const heading = section.querySelector("h2");
  const status = h("span", { role: "status" });
  const button = h("button", { type: "button", class: "copy-image", "aria-label": locale.text("copyImageOf", heading?.textContent ?? ""), click: () => void copy() }, locale.text("copyImage"));

  async function copy(): Promise<void> {
    const image = await pictureOf(section);
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": image })]);
      status.textContent = locale.text("imageCopied");
    } catch {
      save(image, `${section.id}.png`);
      status.textContent = locale.text("imageSaved");
    }
  }

  return h("div", { class: "section-tools" }, status, button);
}

function save(image: Blob, name: string): void {
  const address = URL.createObjectURL(image);
  const link = h("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** The part drawn again inside an SVG with the page's own style sheets, those that scripts filled too, twice as fine as the screen. */
async function pictureOf(section: HTMLElement): Promise<Blob> {
  const pad = 16;
  const copy = copyOf(section);
  const { width, height } = sizeOf(copy, section);
  const style = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText).join("\n");
  const { color, fontFamily, fontSize, lineHeight } = getComputedStyle(document.body);
  const page = h("div", { class: "page picture", style: `padding:${pad}px;background:var(--ground);block-size:100%;box-sizing:border-box;font:${fontSize}/${parseFloat(lineHeight) / parseFloat(fontSize)} ${fontFamily};color:${color}` }, h("style", {}, style), copy);
  page.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
  const inside = new XMLSerializer().serializeToString(page);
  const [w, t] = [Math.ceil(width + 2 * pad), Math.ceil(height + 2 * pad)];
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${t}"><foreignObject width="100%" height="100%">${inside}</foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn)}`;
  await image.decode();
  const canvas = h("canvas", { width: 2 * w, height: 2 * t });
  const pen = canvas.getContext("2d")!;
  pen.scale(2, 2);
  pen.drawImage(image, 0, 0);
  return new Promise((done, failed) => canvas.toBlob(blob => (blob ? done(blob) : failed(new Error("The picture is empty."))), "image/png"));
}

/** Without what only a click makes sense of, and with what a picture leaves behind: whose figures, of which day, of what was chosen. */
function copyOf(section: HTMLElement): HTMLElement {
  const copy = section.cloneNode(true) as HTMLElement;
  copy.classList.add("pictured");
  copy.querySelectorAll(".section-tools, .table-tools, .controls, .more, .as-table, .on-screen, dialog, script").forEach(left => left.remove());
  const period = document.querySelector(".slicers .on-paper")?.textContent;
  const chips = [...document.querySelectorAll(".chips .chip")].map(chip => [...chip.childNodes].slice(0, -1).map(node => node.textContent).join(""));
  copy.append(h("p", { class: "rule" }, [document.title, period, ...chips].filter(Boolean).join(" · ")));
  return copy;
}

/** As high as it is when laid out in its place. */
function sizeOf(copy: HTMLElement, section: HTMLElement): DOMRect {
  copy.style.cssText = `position:absolute;visibility:hidden;inline-size:${section.getBoundingClientRect().width}px`;
  section.after(copy);
  const size = copy.getBoundingClientRect();
  copy.remove();
  copy.removeAttribute("style");
  return size;
}
