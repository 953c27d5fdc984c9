import type { Context } from "../context";
import { h } from "../dom";
import { groupList } from "../group/group";
import { card } from "./card";
import { customerList } from "./list";

/** The list behind a mark or of the customers chosen, and the card of one, as the address asks for them, so that the back button closes them. */
export class Dialogs {
  #open: { key: string; element: HTMLDialogElement } | undefined;

  show(context: Context): void {
    const key = keyOf(context);
    if (key === this.#open?.key) return;
    this.#leave();
    const element = key === "" ? undefined : contentOf(context);
    if (!element) return;
    this.#open = { key, element };
    document.body.append(element);
    element.showModal();
    element.addEventListener("close", () => this.#open?.element === element && context.choose(context.state.customer ? { customer: "" } : { list: false, group: "" }));
  }

  #leave(): void {
    const left = this.#open?.element;
    this.#open = undefined;
    left?.close();
    left?.remove();
  }
}

/** A list is made anew where the selection changes, a card where its customer or the language does. */
function keyOf({ facts, state }: Context): string {
  if (!facts.engine) return "";
  if (state.customer) return JSON.stringify([state.customer, state.lang]);
  return state.group || state.list ? JSON.stringify([state.group, state.lang, state.filters, state.find, state.first, state.period]) : "";
}

function contentOf(context: Context): HTMLDialogElement | undefined {
  const { locale, state } = context;
  const content = state.customer ? card(context, Number(state.customer)) : state.group ? groupList(context) : customerList(context);
  if (!content) return undefined;
  const dialog: HTMLDialogElement = h("dialog", { class: `wide ${content.id}`, id: content.id, "aria-labelledby": `${content.id}-title` },
    h("header", {},
      h("h2", { id: `${content.id}-title` }, content.title),
      h("button", { type: "button", class: "close", "aria-label": locale.text("close"), click: () => dialog.close() }, "×")),
    ...content.body);
  dialog.addEventListener("click", event => event.target === dialog && dialog.close());
  return dialog;
}
