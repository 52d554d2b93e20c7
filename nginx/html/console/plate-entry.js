/** Typing a plate: by keyboard or on a keypad, judged as it is typed. */

import { openDialog } from "/shared/dialog.js";
import { h, mark, replace, write } from "/shared/dom.js";
import { DIGITS, ENDINGS, LETTERS, PROVINCES, judge, normalised, plateChip, showPlate } from "/shared/plate.js";
import { t } from "/shared/words.js";
import { pictureFrame } from "./pictures.js";

/**
 * Opens the dialog. `submit(plate)` sends it and resolves to whether the dialog is done; `before` is a
 * plate to correct; `list` tells which province is common here; `other` is `{text, run}`, what to do
 * where there is no plate to type.
 */
export function enterPlate({ title, action, list, before, picture, submit, other }) {
  const common = province(list);
  const input = h("input", {
    id: "plate", name: "plate", autocomplete: "off", autocapitalize: "characters", spellcheck: "false",
    maxlength: "16", lang: "zh-CN", "aria-describedby": "plate-verdict", data: { first: "" },
  });
  const verdict = h("p", { class: "verdict", id: "plate-verdict", "aria-live": "polite" });
  const shown = plateChip("", "large");
  const keypad = h("div", { class: "keypad", role: "group", "aria-label": t("keypad") });
  const button = h("button", { type: "submit", class: "primary large" }, action);
  input.value = before ?? common;
  const judged = () => {
    const result = judge(input.value);
    write(verdict, result.text);
    mark(verdict, "data-ok", result.ok);
    mark(input, "aria-invalid", String(!result.ok));
    button.disabled = !result.ok;
    showPlate(shown, normalised(input.value));
    drawKeys();
  };
  const insert = (text) => {
    input.setRangeText(text, input.selectionStart, input.selectionEnd, "end");
    judged();
  };
  const remove = () => {
    const [start, end] = [input.selectionStart, input.selectionEnd];
    if (start === end && start > 0) input.setRangeText("", start - 1, end, "end");
    else input.setRangeText("", start, end, "end");
    judged();
  };
  const key = (text) => h("button", { type: "button", class: "key", tabindex: "-1", on: { click: () => insert(text) } }, text);
  let drawn = "";
  function drawKeys() {
    // The place that comes next decides which keys there are; the keypad keeps its size.
    const place = normalised(input.value.slice(0, input.selectionStart ?? 0)).length === 0 ? "province" : "serial";
    if (drawn === place) return;
    drawn = place;
    replace(keypad, place === "province"
      ? [h("div", { class: "keys" }, PROVINCES.map(key))]
      : [h("div", { class: "keys digits" }, DIGITS.map(key)), h("div", { class: "keys" }, LETTERS.map(key)),
        h("div", { class: "keys endings" }, ENDINGS.map(key))]);
  }
  const frame = picture ? pictureFrame() : null;
  frame?.show(picture, t("pictureOf", { plate: before ?? t("noPlate") }));
  input.addEventListener("input", judged);
  input.addEventListener("keyup", drawKeys);
  input.addEventListener("click", drawKeys);
  const dialog = openDialog({
    title, name: "plate", wide: true,
    body: [
      h("div", { class: "plate-entry" },
        h("div", { class: "plate-typed" }, frame?.element,
          before && h("p", { class: "before" }, t("before"), " ", plateChip(before)),
          h("label", { for: "plate" }, t("plateLabel")), input, verdict, shown),
        h("div", { class: "plate-keys" }, keypad,
          h("div", { class: "keys control" },
            h("button", { type: "button", class: "key", tabindex: "-1", on: { click: () => { input.value = ""; input.focus(); judged(); } } }, t("clear")),
            h("button", { type: "button", class: "key", tabindex: "-1", on: { click: remove } }, t("deleteLast")))))],
    actions: [
      other && h("button", { type: "button", on: { click: async () => { if (await other.run()) dialog.close(); } } }, other.text), button],
    submit: () => judge(input.value).ok ? submit(normalised(input.value)) : false,
  });
  input.setSelectionRange(input.value.length, input.value.length);
  if (before) input.select();
  judged();
}

/** The province that most of the listed plates have. */
function province(list) {
  const counts = new Map();
  for (const { license } of list) {
    if (PROVINCES.includes(license[0])) counts.set(license[0], (counts.get(license[0]) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}
