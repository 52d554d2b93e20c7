/** What is to be paid, and the buttons for it. */

import { h, mark, replace, write } from "/shared/dom.js";
import { yuan } from "/shared/money.js";
import { language, t } from "/shared/words.js";

export const METHODS = ["cash", "wechat", "alipay", "other"];
const COUPONS = [[30, "Q"], [60, "W"], [120, "R"]];

export class FeePanel {
  #acts;
  #parts = {};
  #lines = "";
  method = "cash";

  /** `acts` are what the buttons do: coupon(minutes), ownCoupon, pay, find, turnBack, manual, again, type. */
  constructor(acts) {
    this.#acts = acts;
    this.element = this.#build();
    this.choose("cash");
  }

  /** Chooses how it is paid. */
  choose(method) {
    this.method = method;
    for (const name of METHODS) this.#parts.methods[name].checked = name === method;
  }

  /** Shows what the vehicle at the barrier owes, or what became of the last one. */
  update(due, record, canOpenAgain) {
    const parts = this.#parts;
    const isDue = due.has === 1;
    const unknown = isDue && (!due.enter_time || due.fee_error !== "");
    const amount = due.total_amount - due.coupon_amount;
    mark(this.element, "data-due", isDue ? (unknown ? "unknown" : "yes") : "no");
    write(parts.title, t("toCollect"));
    write(parts.amount, isDue && !unknown ? yuan(amount) : "—");
    write(parts.reason, unknown ? [due.fee_error || t("noEntry"), t("manualOnly")].join(t("clauseGap")) : "");
    write(parts.total, isDue && !unknown ? yuan(due.total_amount) : "—");
    write(parts.coupon, isDue && due.coupon_amount > 0 ? `−${yuan(due.coupon_amount)}` : "—");
    write(parts.couponWord, due.coupon_time > 0 ? t("couponMinutes", { n: due.coupon_time }) : t("coupon"));
    this.#showLines(isDue ? due.lines : []);
    write(parts.payText, isDue && !unknown && amount === 0 ? t("collectFree") : t("collect"));
    parts.pay.disabled = !isDue || unknown;
    const isUnmatched = isDue && !due.enter_time;
    parts.find.hidden = !isUnmatched;
    parts.lines.hidden = isUnmatched;
    parts.manual.disabled = !isDue;
    parts.turn.disabled = !isDue;
    parts.again.disabled = !canOpenAgain;
    for (const [minutes, button] of parts.coupons) {
      button.disabled = !isDue || unknown;
      mark(button, "aria-pressed", String(isDue && minutes !== null && due.coupon_time === minutes));
    }
    parts.none.disabled = !isDue || due.coupon_time === 0;
    parts.methodSet.disabled = !isDue || unknown || amount === 0;
  }

  #showLines(lines) {
    const key = JSON.stringify(lines);
    if (key === this.#lines) return;
    this.#lines = key;
    replace(this.#parts.lines, lines.map((line) => h("li", { data: { kind: line.kind } }, line[language()])));
  }

  #build() {
    const parts = this.#parts;
    const acts = this.#acts;
    const coupon = (minutes, key, text, run) => h("button", { type: "button", class: "coupon", "aria-keyshortcuts": key, on: { click: run } },
      text, h("kbd", { "aria-hidden": "true" }, key));
    parts.coupons = COUPONS.map(([minutes, key]) => [minutes, coupon(minutes, key, t("min", { n: minutes }), () => acts.coupon(minutes))]);
    parts.coupons.push([null, coupon(null, "T", t("couponOwn"), acts.ownCoupon)]);
    parts.none = h("button", { type: "button", class: "quiet small", on: { click: () => acts.coupon(0) } }, t("couponNone"));
    parts.methods = Object.fromEntries(METHODS.map((name) => [name, h("input", {
      type: "radio", name: "method", value: name, id: `method-${name}`, on: { change: () => this.choose(name) },
    })]));
    parts.methodSet = h("fieldset", { class: "methods" }, h("legend", {}, t("payMethod")),
      METHODS.map((name) => h("label", { for: `method-${name}` }, parts.methods[name], h("span", {}, t(name)))));
    parts.title = h("h2", {});
    parts.amount = h("strong", { class: "amount" });
    parts.reason = h("p", { class: "fee-reason", role: "status" });
    parts.total = h("dd", {});
    parts.coupon = h("dd", {});
    parts.couponWord = h("dt", {});
    parts.find = h("button", { type: "button", class: "primary find", "aria-keyshortcuts": "K", hidden: true, on: { click: acts.find } },
      t("candidates"), h("kbd", { "aria-hidden": "true" }, "K"));
    parts.lines = h("ol", { class: "fee-lines", tabindex: "0", "aria-label": t("feeLines") });
    parts.payText = h("span", {}, t("collect"));
    parts.pay = h("button", { type: "button", class: "primary large pay", "aria-keyshortcuts": "Enter", on: { click: acts.pay } },
      parts.payText, h("kbd", { "aria-hidden": "true" }, "Enter"));
    const minor = (name, key, run, look) => h("button", { type: "button", class: look, "aria-keyshortcuts": key, on: { click: run } },
      t(name), h("kbd", { "aria-hidden": "true" }, key));
    parts.manual = minor("manualBrief", "M", acts.manual);
    parts.turn = minor("turnBack", "B", acts.turnBack);
    parts.again = minor("openAgain", "O", acts.again);
    return h("section", { class: "fee", "aria-label": t("toCollect") },
      h("div", { class: "fee-sum", "aria-live": "polite" }, parts.title,
        h("p", { class: "sum" }, h("span", { class: "currency" }, "¥"), parts.amount), parts.reason),
      h("dl", { class: "fee-parts" }, h("div", {}, h("dt", {}, t("total")), parts.total),
        h("div", {}, parts.couponWord, parts.coupon)),
      h("h3", {}, t("feeLines")), parts.lines, parts.find,
      h("div", { class: "coupons", role: "group", "aria-label": t("couponTitle") },
        h("h3", {}, t("couponTitle"), parts.none), h("div", { class: "coupon-row" }, parts.coupons.map(([, button]) => button))),
      parts.methodSet, parts.pay,
      h("div", { class: "minor" }, parts.manual, parts.turn, parts.again, minor("typePlate", "N", acts.type)));
  }
}
