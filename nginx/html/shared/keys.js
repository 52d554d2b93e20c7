/** Keys. Single letters can be switched off (WCAG 2.1.4); nothing is taken while somebody types. */

import { h } from "./dom.js";
import { openDialog } from "./dialog.js";
import { t } from "./words.js";

const SETTING = "gatehouse.keys";

export function lettersAreOn() {
  return localStorage.getItem(SETTING) !== "off";
}

/**
 * Listens for keys until it is closed. `bindings` are `{key, text, run, when}`; `key` is what
 * `KeyboardEvent.key` says, in lower case, and `when` tells whether it does something now.
 */
export class Keys {
  #bindings;

  constructor(bindings) {
    this.#bindings = bindings;
  }

  open() { addEventListener("keydown", this.#listen); }

  close() { removeEventListener("keydown", this.#listen); }

  /** The list of what each key does. */
  help() {
    const toggle = h("input", {
      type: "checkbox", id: "letters", checked: lettersAreOn(),
      on: { change: () => localStorage.setItem(SETTING, toggle.checked ? "on" : "off") },
    });
    const lines = this.#bindings.filter((binding) => binding.text).map((binding) => h("div", { class: "key-line" },
      h("dt", {}, (binding.shown ?? [binding.key]).map((key) => h("kbd", {}, key.length === 1 ? key.toUpperCase() : key))), h("dd", {}, binding.text)));
    openDialog({
      title: t("helpTitle"), name: "help",
      body: [h("dl", { class: "key-list" }, lines),
        h("label", { class: "check", for: "letters" }, toggle, t("shortcutsOn"))],
    });
  }

  #listen = (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
    if (document.querySelector("dialog[open]")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest("input, textarea, select")) return;
    // Enter on a button presses that button.
    if (key === "Enter" && target.closest("button, a, [role=button]")) return;
    if (key.length === 1 && key !== "?" && !lettersAreOn()) return;
    const binding = this.#bindings.find((one) => one.key.toLowerCase() === key.toLowerCase() && (one.when?.() ?? true));
    if (!binding) return;
    event.preventDefault();
    binding.run();
  };
}
