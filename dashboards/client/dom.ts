// Elements are only ever built, never parsed: a text of a CRM stays a text.
export type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

function build<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  for (const child of children) if (child || child === "") element.append(child);
  return element;
}

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return build(document.createElement(tag), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): SVGElementTagNameMap[K] {
  return build(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/** Written only where it changed, into the text that is there: what a browser is not told it does not lay out again, and a new text it styles anew. */
export function write(node: Node, text: string): void {
  const there = node instanceof Text ? node : node.firstChild;
  if (!(there instanceof Text) || (there !== node && there.nextSibling)) node.textContent = text;
  else if (there.data !== text) there.data = text;
}

/** The same for an attribute; null takes it away. */
export function put(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** The same for what a control shows: a list or a date that is told again what it shows draws itself anew. */
export function hold(control: HTMLInputElement | HTMLSelectElement, value: string): void {
  if (control.value !== value) control.value = value;
}

const longest = 400;

export function shorten(text: string, length = longest): string {
  const characters = [...text.slice(0, 2 * length + 2)];
  return characters.length <= length ? text : characters.slice(0, length - 1).join("") + "…";
}

/** A name that cannot turn the direction of the text around it. */
export function named(text: string): HTMLElement {
  return h("bdi", { title: shorten(text) }, shorten(text));
}

/** The same inside a sentence or an attribute, where there is no element to isolate it. */
export function isolated(text: string): string {
  return "\u2068" + shorten(text, 60) + "\u2069";
}
