/** Why a vehicle is released without payment. */

import { openDialog } from "/shared/dialog.js";
import { h } from "/shared/dom.js";
import { plateChip } from "/shared/plate.js";
import { t } from "/shared/words.js";

const REASONS = ["reason1", "reason2", "reason3", "reason4", "reason5"];

/** Asks for the reason; `release(reason)` sends it and resolves to whether that is done. */
export function askReason(due, release) {
  const preset = due.fee_error || !due.enter_time ? "reason4" : "reason1";
  const note = h("input", { id: "reason-note", maxlength: "120", autocomplete: "off" });
  const choices = REASONS.map((name) => h("label", { class: "choice" },
    h("input", { type: "radio", name: "reason", value: t(name), checked: name === preset, data: name === preset ? { first: "" } : {} }), h("span", {}, t(name))));
  const form = h("div", {}, h("p", { class: "hint" }, t("manualText")), plateChip(due.license, "medium"),
    h("fieldset", {}, h("legend", {}, t("reason")), choices), h("label", { for: "reason-note" }, t("reasonNote")), note);
  openDialog({
    title: t("manualTitle"), name: "manual", body: [form],
    actions: [h("button", { type: "submit", class: "danger large" }, t("manual"))],
    submit: () => {
      const chosen = form.querySelector("input[name=reason]:checked").value;
      return release(note.value.trim() ? `${chosen}：${note.value.trim()}` : chosen);
    },
  });
}
