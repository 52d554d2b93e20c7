/** The shift: its figures, handing it over, and the shifts before it. No money before it is counted. */

import { read } from "/shared/api.js";
import { duration, seconds, short } from "/shared/clock.js";
import { openDialog } from "/shared/dialog.js";
import { h, mark, replace, write } from "/shared/dom.js";
import { fen, yuan } from "/shared/money.js";
import { t } from "/shared/words.js";
import { reversePayment } from "./reversal.js";
import { showSlip } from "./slip.js";

/** Notes and coins in fen. */
const NOTES = [10000, 5000, 2000, 1000, 500, 100, 50, 10];

export class ShiftTab {
  #desk;
  #duty;
  #parts;

  constructor(desk) {
    this.#desk = desk;
    this.element = this.#build();
  }

  update(view) {
    this.#duty = view.duty;
    const isOwn = view.duty.is_own === 1;
    write(this.#parts.operator, view.duty.operator || t("notOnDuty"));
    write(this.#parts.began, short(view.duty.began_at));
    this.#parts.handOver.disabled = !isOwn;
    this.tick();
  }

  tick() {
    if (this.#duty?.began_at) write(this.#parts.hours, duration(Math.floor(Math.max(0, seconds(this.#duty.began_at)) / 60)));
  }

  /** The figures and the history are read when somebody looks at them. */
  async shown() {
    const booth = { _id: this.#desk.booth._id };
    try {
      const [duty, { shifts }] = await Promise.all([
        read("sentrybox/duty/current", booth), read("sentrybox/duty/history", { ...booth, count: 10 }),
      ]);
      write(this.#parts.free, duty.free_number);
      write(this.#parts.manual, duty.manual_through_number);
      write(this.#parts.coupons, duty.coupon_number);
      replace(this.#parts.history, shifts.map((shift) => this.#line(shift)));
      this.#parts.empty.hidden = shifts.length > 0;
    } catch (error) {
      // The line's lamp says that the network is away; what was shown stays.
      if (error.code === 401) this.#desk.signOut(t("sessionEnded"));
    }
  }

  #build() {
    const parts = this.#parts = Object.fromEntries(
      ["operator", "began", "hours", "free", "manual", "coupons"].map((name) => [name, h("dd", {}, "—")]));
    const figure = (name, element) => h("div", {}, h("dt", {}, t(name)), element);
    parts.handOver = h("button", { type: "button", class: "primary large", disabled: true, on: { click: () => this.#count() } }, t("handOver"));
    parts.history = h("tbody", {});
    parts.empty = h("p", { class: "empty" }, t("noHistory"));
    const heads = ["beganAt", "handedAt", "onDuty", "vehicleNumber", "takings", "expected", "counted", "difference"];
    return h("div", { class: "shift" },
      h("section", { class: "card" }, h("h2", {}, t("shiftNow")),
        h("dl", { class: "shift-figures" }, figure("onDuty", parts.operator), figure("beganAt", parts.began), figure("workHours", parts.hours),
          figure("freeNumber", parts.free), figure("manualNumber", parts.manual), figure("couponNumber", parts.coupons)),
        parts.handOver,
        this.#desk.booth.direction === "exit" && h("button", { type: "button", class: "quiet", on: { click: () => reversePayment(this.#desk) } }, t("reverse"), h("kbd", { "aria-hidden": "true" }, "F"))),
      h("section", { class: "card" }, h("h2", {}, t("shiftHistory")),
        h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("shiftHistory") },
          h("table", {}, h("thead", {}, h("tr", {}, heads.map((name, index) => h("th", { scope: "col", class: index > 2 ? "number" : "" }, t(name))), h("th", {}, h("span", { class: "unseen" }, t("slip"))))),
            parts.history)), parts.empty));
  }

  #line(shift) {
    const money = (amount) => h("td", { class: "number" }, shift.handed_over ? yuan(amount) : "—");
    const difference = money(shift.difference_amount);
    mark(difference, "data-tone", shift.handed_over && shift.difference_amount !== 0 ? "stop" : null);
    return h("tr", {}, h("td", { class: "nowrap" }, short(shift.began_at)), h("td", { class: "nowrap" }, shift.handed_over ? short(shift.handed_at) : t("notHandedOver")),
      h("td", {}, shift.operator), h("td", { class: "number" }, shift.vehicle_number), money(shift.total_amount), money(shift.expected_amount),
      money(shift.counted_amount), difference,
      h("td", {}, shift.handed_over === 1 && h("button", { type: "button", class: "quiet small", on: { click: () => showSlip(this.#desk, shift) } }, t("slip"))));
  }

  /** Counts the cash; the sum that it should be is not known here. */
  #count() {
    const shiftID = this.#duty.shift_id;
    const sum = h("input", { id: "counted", inputmode: "decimal", autocomplete: "off", maxlength: "12", data: { first: "" }, "aria-describedby": "counted-problem" });
    const problem = h("p", { class: "problem", id: "counted-problem", role: "alert" });
    const note = h("textarea", { id: "note", maxlength: "200", rows: "2", placeholder: t("noteHint") });
    const counts = NOTES.map((value) => [value, h("input", { id: `note-${value}`, inputmode: "numeric", maxlength: "4", autocomplete: "off" })]);
    const add = () => {
      const total = counts.reduce((all, [value, input]) => all + value * (/^\d+$/.test(input.value) ? Number(input.value) : 0), 0);
      sum.value = yuan(total).replaceAll(",", "");
    };
    for (const [, input] of counts) input.addEventListener("input", add);
    openDialog({
      title: t("handOver"), name: "handover",
      body: [h("p", { class: "hint" }, t("handOverText")),
        h("label", { for: "counted" }, t("countedCash")), sum, problem,
        h("details", {}, h("summary", {}, t("countNotes")), h("div", { class: "notes" }, counts.map(([value, input]) =>
          h("label", { for: `note-${value}` }, h("span", {}, t("noteCount", { value: value >= 100 ? value / 100 : yuan(value) })), input)))),
        h("label", { for: "note" }, t("note")), note],
      actions: [h("button", { type: "submit", class: "primary large" }, t("handOverNow"))],
      submit: async () => {
        const counted = fen(sum.value);
        if (counted === null) {
          write(problem, t("countedWrong"));
          sum.focus();
          return false;
        }
        const fields = { shift_id: shiftID, counted_amount: String(counted), note: note.value.trim() };
        const shift = await this.#desk.press("duty/handover", fields, undefined, { anytime: true });
        if (shift === undefined) return false;
        showSlip(this.#desk, shift, { isLast: true });
        return true;
      },
    });
    write(problem, "");
  }
}
