/** Dialogs that keep the focus and give it back. */

import { h, icon } from "./dom.js";
import { t } from "./words.js";

let count = 0;

/**
 * Opens a modal dialog with a title; `submit`, if given, is called when its form is sent and closes it
 * unless it returns or resolves to false. Returns the dialog.
 */
export function openDialog({ title, body, actions = [], name = "", submit, closed, wide = false }) {
  const id = `dialog-title-${count += 1}`;
  const before = document.activeElement;
  const form = h("form", { method: "dialog", novalidate: true },
    h("div", { class: "dialog-head" }, h("h2", { id }, title),
      h("button", { type: "button", class: "quiet square", "aria-label": t("close"), on: { click: () => dialog.close() } }, icon("cross"))),
    h("div", { class: "dialog-body" }, body),
    actions.length > 0 && h("div", { class: "dialog-actions" }, actions));
  const dialog = h("dialog", { class: wide ? "wide" : "", "aria-labelledby": id, data: { name } }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!submit || form.dataset.busy) return;
    form.dataset.busy = "1";
    try {
      if ((await submit()) !== false) dialog.close();
    } finally {
      delete form.dataset.busy;
    }
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    closed?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector("[data-first]") ?? dialog.querySelector("input, button.primary"))?.focus();
  return dialog;
}
