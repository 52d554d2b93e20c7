/** The audit trail: who did what. */

import { h } from "/shared/dom.js";
import { yuan } from "/shared/money.js";
import { plateChip } from "/shared/plate.js";
import { t } from "/shared/words.js";

export class AuditSection {
  #office;
  #lines = h("tbody", {});
  #empty = h("p", { class: "empty", hidden: true }, t("noLines"));
  #older = h("button", { type: "button", hidden: true, on: { click: () => this.open() } }, t("older"));
  #last = "";

  constructor(office) {
    this.#office = office;
    const heads = ["at", "booth", "who", "action", "plate", "detail"];
    this.element = h("div", {}, h("div", { class: "bar-line" }, h("h2", {}, t("audit"))),
      h("div", { class: "card scroll", tabindex: "0", role: "region", "aria-label": t("audit") },
        h("table", {}, h("thead", {}, h("tr", {}, heads.map((name) => h("th", { scope: "col" }, t(name))))), this.#lines), this.#empty, this.#older));
  }

  /** Reads the newest lines, and then those before them. */
  async open() {
    const answer = await this.#office.read("audit", { before: this.#last, count: 50 });
    if (!answer) return;
    this.#lines.append(...answer.lines.map((one) => h("tr", {}, h("td", { class: "nowrap" }, one.at), h("td", {}, one.sentry_box_name),
      h("td", {}, one.operator || caller(one.caller)), h("td", {}, action(one.action)), h("td", {}, one.license && plateChip(one.license)), h("td", {}, detail(one)))));
    this.#last = answer.lines.at(-1)?.audit_id ?? this.#last;
    this.#older.hidden = answer.lines.length < 50;
    this.#empty.hidden = this.#lines.children.length > 0;
  }
}

function caller(word) {
  return word === "network" ? t("caller_network") : word;
}

/** What stands in the trail in the program's words, in people's. */
function detail({ action: word, detail: text }) {
  if (word === "reversal") {
    const [amount, , ...reason] = text.split(" ");
    return t("reversalDetail", { amount: yuan(Number(amount)), reason: reason.join(" ") });
  }
  if (word !== "leave") return text;
  const [how, total, coupon, method] = text.split(" ");
  if (how === "manual") return t("manualDetail", { reason: text.slice("manual ".length) });
  return how === "paid" ? t("paidDetail", { total: yuan(Number(total)), coupon: yuan(Number(coupon)), method: t(method) }) : text;
}

function action(word) {
  const text = t(`action_${word}`);
  return text === `action_${word}` ? word : text;
}
