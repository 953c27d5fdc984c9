import type { Context } from "./context";
import { h, named } from "./dom";

interface Kept { name: string; hash: string }

const place = "analytics-views";

/** Views that the reader keeps under a name, in this browser; the address itself can be sent to others. */
export function bookmarks({ data, locale }: Context): HTMLElement {
  const list = h("ul", { class: "kept-views" });
  const name = h("input", { type: "text", name: "view-name", maxlength: 80, placeholder: locale.text("viewName"), "aria-label": locale.text("viewName") });
  const note = h("p", { class: "rule", role: "status" });
  const form = h("form", { submit: event => { event.preventDefault(); keep(); } }, name, h("button", { type: "submit", class: "csv" }, locale.text("keepView")));
  const popup = h("div", { class: "popup views", id: "views", popover: "auto" }, h("h3", {}, locale.text("views")), list, form,
    h("button", { type: "button", class: "csv", click: () => void copyAddress() }, locale.text("copyAddress")), note);
  const button = h("button", { type: "button", class: "pick", popovertarget: popup.id }, locale.text("views"));
  popup.addEventListener("toggle", event => {
    if ((event as ToggleEvent).newState !== "open") return;
    const { right, bottom } = button.getBoundingClientRect();
    popup.style.left = `${Math.max(8, Math.min(right - popup.offsetWidth, innerWidth - popup.offsetWidth - 8))}px`;
    popup.style.top = `${bottom + 4}px`;
    draw();
  });

  function keep(): void {
    const wanted = name.value.trim() || document.title;
    write([...read().filter(view => view.name !== wanted), { name: wanted, hash: location.hash }]);
    name.value = "";
    draw();
  }

  function draw(): void {
    const views = read();
    list.replaceChildren(...views.map(view => h("li", {},
      h("a", { href: location.href.split("#")[0] + view.hash, click: () => popup.hidePopover() }, named(view.name)),
      h("button", { type: "button", class: "close", "aria-label": locale.text("forgetView", view.name), click: () => { write(read().filter(other => other.name !== view.name)); draw(); } }, "×"))));
    note.textContent = isKept ? "" : locale.text("viewsNotKept");
  }

  async function copyAddress(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      note.textContent = locale.text("addressCopied");
    } catch {
      note.textContent = locale.text("addressByHand");
    }
  }

  // Views of another company's page mean nothing here.
  const own = `${place} ${data.run.title}`;

  function read(): Kept[] {
    try {
      return JSON.parse(localStorage.getItem(own) ?? "[]") as Kept[];
    } catch {
      isKept = false;
      return memory;
    }
  }

  function write(views: Kept[]): void {
    memory = views;
    try {
      localStorage.setItem(own, JSON.stringify(views));
    } catch {
      isKept = false;
    }
  }

  return h("div", { class: "slicer" }, button, popup);
}

/** Some browsers keep nothing for a page opened from disk: views then last as long as the page, which says so. */
let isKept = true;
let memory: Kept[] = [];
