/** An exit booth: the vehicle at the barrier with its fee, and the list. */

import { ago, duration, short } from "/shared/clock.js";
import { h, icon, mark, write } from "/shared/dom.js";
import { yuan } from "/shared/money.js";
import { notify } from "/shared/notices.js";
import { plateChip, showPlate } from "/shared/plate.js";
import { t } from "/shared/words.js";
import { chooseStay } from "./candidates.js";
import { askMinutes } from "./coupon.js";
import { FeePanel } from "./fee.js";
import { askReason } from "./manual.js";
import { pictureFrame } from "./pictures.js";
import { enterPlate } from "./plate-entry.js";
import { Records, barrierWord, isStuck } from "./records.js";
import { reversePayment } from "./reversal.js";

const COUPON_KEYS = { q: 30, w: 60, r: 120 };
const METHOD_KEYS = { c: "cash", x: "wechat", z: "alipay", v: "other" };

export class ExitBooth {
  #desk;
  #records;
  #fee;
  #list = [];
  #due = { has: 0 };
  #chosen = null;
  #parts;

  constructor(desk) {
    this.#desk = desk;
    this.#records = new Records(t("recordsExit"), 5, {
      tell: (record) => ({
        time: record.leave_time, ...tell(record),
        ...(record.state === "left" && isStuck(record, record.leave_time) && { word: t("shortStuck") }),
      }),
      choose: (record) => { this.#chosen = record.capture_id; this.#draw(); },
    });
    this.#fee = new FeePanel({
      coupon: (minutes) => this.#coupon(minutes), ownCoupon: () => this.#askCoupon(),
      pay: () => this.#pay(), find: () => this.#findStay(), turnBack: () => this.#turnBack(), manual: () => this.#askManual(), again: () => this.#openAgain(), type: () => this.#type(),
    });
    this.element = this.#build();
    const due = () => this.#due.has === 1;
    this.bindings = [
      { key: "Enter", text: t("keyLetIn"), run: () => this.#pay() },
      { key: "m", text: t("manual"), run: () => this.#askManual(), when: due },
      ...Object.entries(COUPON_KEYS).map(([key, minutes], index) => ({
        key, shown: ["Q", "W", "R", "T"], text: index === 0 && t("keyCoupon"), run: () => this.#coupon(minutes), when: due,
      })),
      { key: "t", run: () => this.#askCoupon(), when: due },
      ...Object.entries(METHOD_KEYS).map(([key, method], index) => ({
        key, shown: ["C", "X", "Z", "V"], text: index === 0 && t("keyPay"), run: () => this.#fee.choose(method), when: due,
      })),
      { key: "k", text: t("candidates"), run: () => this.#findStay(), when: () => this.#isUnmatched() },
      { key: "b", text: t("turnBack"), run: () => this.#turnBack(), when: due },
      { key: "o", text: t("openAgain"), run: () => this.#openAgain(), when: () => Boolean(this.#reopenable()) },
      { key: "n", text: t("typePlate"), run: () => this.#type() },
      { key: "f", text: t("reverse"), run: () => reversePayment(this.#desk) },
      { key: "ArrowDown", shown: ["↑", "↓"], text: t("keyNext"), run: () => this.#step(1) },
      { key: "ArrowUp", run: () => this.#step(-1) },
    ];
  }

  update(view) {
    if (view.unfee.has && view.unfee._id !== this.#due._id) {
      this.#desk.noteChange();
      this.#chosen = null;
      this.#fee.choose("cash");
    }
    this.#due = view.unfee;
    this.#list = view.exit_records;
    this.#draw();
    if (this.#due.has) this.#desk.alert(this.#due._id, "paying", `${t("settling")} ${this.#due.license}`);
    else this.#desk.alert("");
  }

  #build() {
    const parts = this.#parts = {
      enter: pictureFrame(t("pictureEnter")), leave: pictureFrame(t("pictureExit")), plate: plateChip("", "large"),
      category: h("span", { class: "badge" }), entered: h("dd", {}), left: h("dd", {}), stayed: h("dd", {}),
      state: h("p", { class: "banner" }), barrier: h("span", { class: "barrier" }),
    };
    parts.nothing = h("div", { class: "nothing" }, icon("car", 72), h("p", {}, t("noVehicle")), h("p", { class: "hint" }, t("noVehicleExit")));
    parts.vehicle = h("div", { class: "vehicle", hidden: true },
      h("div", { class: "pictures" }, parts.enter.element, parts.leave.element),
      h("div", { class: "vehicle-line" }, parts.plate, parts.category, parts.state),
      h("dl", { class: "facts" },
        h("div", {}, h("dt", {}, t("enteredAt")), parts.entered),
        h("div", {}, h("dt", {}, t("leftAt")), parts.left),
        h("div", {}, h("dt", {}, t("stayed")), parts.stayed)),
      parts.barrier);
    return h("div", { class: "booth exit" },
      h("div", { class: "side" },
        h("section", { class: "focus", "aria-label": t("tabGate") }, parts.nothing, parts.vehicle), this.#records.element),
      this.#fee.element);
  }

  /** The chosen line; without one, what stands at the barrier or left last. */
  #draw() {
    const record = this.#list.find((one) => one.capture_id === this.#chosen)
      ?? this.#list.find((one) => this.#due.has && one.car_park_records_id === this.#due._id) ?? this.#list[0];
    this.#records.update(this.#list, record?.capture_id);
    const isDue = this.#due.has === 1 && record?.car_park_records_id === this.#due._id;
    this.#parts.nothing.hidden = Boolean(record);
    this.#parts.vehicle.hidden = !record;
    if (record) this.#drawVehicle(record, isDue ? this.#due : null);
    this.#fee.update(this.#due, record, Boolean(this.#reopenable()));
  }

  #drawVehicle(record, due) {
    const parts = this.#parts;
    const { word, tone } = tell(record);
    const text = t("pictureOf", { plate: record.license });
    parts.enter.show(due?.enter_car_image_url ?? "", text);
    parts.leave.show(due?.leave_car_image_url || record.car_image_url, text);
    showPlate(parts.plate, record.license);
    write(parts.category, t(`category${record.car_fee_type}`));
    mark(parts.category, "data-category", record.car_fee_type);
    mark(parts.vehicle, "data-tone", tone);
    write(parts.state, word);
    write(parts.entered, record.enter_time ? `${short(record.enter_time)}（${ago(record.enter_time)}）` : t("noEntry"));
    write(parts.left, short(record.leave_time));
    write(parts.stayed, record.enter_time ? duration(minutes(record)) : "—");
    write(parts.barrier, barrierWord(record) ?? "");
    mark(parts.barrier, "data-state", record.barrier);
  }

  #step(steps) {
    const record = this.#records.beside(steps);
    if (record) { this.#chosen = record.capture_id; this.#draw(); }
  }

  async #coupon(minutes) {
    const due = this.#due;
    if (!due.has || due.fee_error || !due.enter_time) return false;
    const done = await this.#desk.press("fee/coupon", { car_park_records_id: due._id, coupon_time: String(minutes) }, (view) => {
      if (view.unfee._id !== due._id) return "gone";
      return view.unfee.coupon_time === minutes ? "done" : "open";
    }, { anytime: true });
    if (done) notify(t("couponTaken", { amount: yuan(done.coupon_amount) }));
    return done !== undefined;
  }

  #askCoupon() {
    if (this.#due.has) askMinutes((minutes) => this.#coupon(minutes));
  }

  async #pay() {
    const due = this.#due;
    if (!due.has || due.fee_error || !due.enter_time) return;
    const fields = {
      manual: "0", car_park_records_id: due._id, total_amount: String(due.total_amount),
      coupon_amount: String(due.coupon_amount), pay_method: this.#fee.method,
    };
    const done = await this.#desk.press("leave/permit-through", fields, outcome(due._id));
    if (done !== undefined) notify(t("collectDone", { plate: due.license, amount: yuan(due.total_amount - due.coupon_amount) }));
  }

  #isUnmatched() { return this.#due.has === 1 && !this.#due.enter_time; }

  #findStay() {
    if (this.#isUnmatched()) chooseStay(this.#desk);
  }

  async #turnBack() {
    const record = this.#list.find((one) => this.#due.has && one.car_park_records_id === this.#due._id);
    if (!record) return;
    const done = await this.#desk.press("leave/cancel", { capture_id: record.capture_id },
      (view) => view.exit_records.find((one) => one.capture_id === record.capture_id)?.state === "turned_back" ? "done" : "open");
    if (done !== undefined) notify(t("turnBackDone"));
  }

  #askManual() {
    const due = this.#due;
    if (!due.has) return;
    askReason(due, async (reason) => {
      const fields = { manual: "1", car_park_records_id: due._id, reason };
      const done = await this.#desk.press("leave/permit-through", fields, outcome(due._id), { anytime: true });
      if (done !== undefined) notify(t("manualDone", { plate: due.license }));
      return done !== undefined;
    });
  }

  /** The vehicle that left last, while the barrier may be opened for it once more. */
  #reopenable() {
    const record = this.#list.find((one) => one.capture_id === this.#chosen) ?? this.#list[0];
    return !this.#due.has && record?.state === "left" && record.car_park_records_id ? record : null;
  }

  async #openAgain() {
    const record = this.#reopenable();
    if (!record) return;
    const [how, total, coupon, method] = record.release.split(" ");
    const fields = how === "manual" ? { manual: "1" }
      : { manual: "0", total_amount: total ?? "0", coupon_amount: coupon ?? "0", pay_method: method };
    // Not sent again when its answer is lost: a barrier that opens twice lets two vehicles out.
    const done = await this.#desk.press("leave/permit-through", { car_park_records_id: record.car_park_records_id, ...fields }, () => "done");
    if (done !== undefined) notify(t("openAgainDone"));
  }

  #type() {
    enterPlate({
      title: t("typeExit"), action: t("confirm"), list: this.#list,
      submit: async (license) => (await this.#desk.press("leave/capture", { license }, undefined, { anytime: true })) !== undefined,
    });
  }
}

function outcome(stayID) {
  return (view) => {
    if (view.unfee._id === stayID) return "open";
    return view.exit_records.some((one) => one.car_park_records_id === stayID && one.state === "left") ? "done" : "gone";
  };
}

function minutes(record) {
  const ms = Date.parse(`${record.leave_time.replace(" ", "T")}Z`) - Date.parse(`${record.enter_time.replace(" ", "T")}Z`);
  return Math.max(0, Math.floor(ms / 60000));
}

function tell(record) {
  if (record.state === "settling") return record.enter_time ? { word: t("settling"), tone: "wait" } : { word: t("noEntry"), tone: "stop" };
  if (record.state === "left") return { word: `${t("left")} · ${t(`pay${record.pay_status}`)}`, tone: isStuck(record, record.leave_time) ? "stop" : "ok" };
  return { word: t(record.state), tone: "none" };
}
