/** An entry booth: the newest vehicle large, its buttons, and the list. */

import { ago, duration, seconds, short } from "/shared/clock.js";
import { openDialog } from "/shared/dialog.js";
import { h, icon, mark, write } from "/shared/dom.js";
import { notify } from "/shared/notices.js";
import { plateChip, showPlate } from "/shared/plate.js";
import { t } from "/shared/words.js";
import { pictureFrame } from "./pictures.js";
import { enterPlate } from "./plate-entry.js";
import { Records, barrierWord, isStuck } from "./records.js";

export class EntryBooth {
  #desk;
  #records;
  #list = [];
  /** The line that somebody chose; null follows the newest. */
  #chosen = null;
  #shown = null;
  #parts;

  constructor(desk) {
    this.#desk = desk;
    this.#records = new Records(t("records"), 10, {
      tell: (record) => ({ time: record.enter_time, ...tell(record), word: shortWord(record) }),
      choose: (record) => { this.#chosen = record.capture_id; this.#draw(); },
    });
    this.element = this.#build();
    this.bindings = [
      { key: "Enter", text: t("keyLetIn"), run: () => this.#main() },
      { key: "e", text: t("correct"), run: () => this.#correct(), when: () => this.#canCorrect() },
      { key: "t", text: t("turnBack"), run: () => this.#turnBack(), when: () => this.#canTurnBack() },
      { key: "o", text: t("openAgain"), run: () => this.#openAgain(), when: () => this.#canOpenAgain() },
      { key: "n", text: t("typePlate"), run: () => this.#type() },
      { key: "ArrowDown", shown: ["↑", "↓"], text: t("keyNext"), run: () => this.#step(1) },
      { key: "ArrowUp", run: () => this.#step(-1) },
    ];
  }

  update(view) {
    const waiting = view.enter_records.find((record) => record.enter_flag === 1);
    // Whoever newly waits comes to the front.
    if (waiting && !this.#list.some((record) => record.capture_id === waiting.capture_id)) this.#chosen = null;
    this.#list = view.enter_records;
    this.#draw();
    const newest = view.enter_records[0];
    if (waiting) this.#desk.alert(waiting.capture_id, "waiting", `${t("waiting")} ${waiting.license || t("noPlate")}`);
    else if (newest?.state === "refused") this.#desk.alert(`refused ${newest.capture_id}`, "refused", `${t("refused")} ${newest.license}`);
    else this.#desk.alert("");
  }

  tick() {
    const record = this.#shown;
    if (!record) return;
    const left = record.wait_until ? -seconds(record.wait_until) : 0;
    write(this.#parts.wait, record.enter_flag === 1 && left > 0
      ? t("waitLeft", { time: left < 60 ? `${left} s` : duration(Math.floor(left / 60)) }) : "");
  }

  #build() {
    const parts = this.#parts = {
      picture: pictureFrame(), plate: plateChip("", "large"), category: h("span", { class: "badge" }),
      state: h("p", { class: "banner" }), wait: h("span", { class: "wait" }), time: h("span", {}),
      since: h("time", {}), barrier: h("span", { class: "barrier" }),
    };
    const button = (name, key, run, look = "") => h("button", { type: "button", class: look, "aria-keyshortcuts": key, on: { click: run } },
      h("span", {}, t(name)), h("kbd", { "aria-hidden": "true" }, key));
    parts.main = button("letIn", "Enter", () => this.#main(), "primary large");
    parts.mainText = parts.main.firstElementChild;
    parts.correct = button("correct", "E", () => this.#correct());
    parts.turn = button("turnBack", "T", () => this.#turnBack());
    parts.again = button("openAgain", "O", () => this.#openAgain());
    parts.type = button("typePlate", "N", () => this.#type());
    parts.nothing = h("div", { class: "nothing" }, icon("car", 72), h("p", {}, t("noVehicle")), h("p", { class: "hint" }, t("noVehicleEntry")));
    parts.vehicle = h("div", { class: "vehicle", hidden: true },
      parts.picture.element,
      h("div", { class: "vehicle-line" }, parts.plate, parts.category,
        h("span", { class: "times" }, h("span", { class: "label" }, t("arrivedAt")), parts.time, parts.since)),
      h("div", { class: "vehicle-state" }, parts.state, parts.wait, parts.barrier));
    return h("div", { class: "booth entry" },
      h("section", { class: "focus", "aria-label": t("tabGate") }, parts.nothing, parts.vehicle,
        h("div", { class: "actions" }, parts.main, parts.correct, parts.turn, parts.again, parts.type)),
      this.#records.element);
  }

  #draw() {
    const record = this.#list.find((one) => one.capture_id === this.#chosen) ?? this.#list[0];
    if (this.#shown && record && this.#shown.capture_id !== record.capture_id) this.#desk.noteChange();
    this.#shown = record;
    this.#records.update(this.#list, record?.capture_id);
    const parts = this.#parts;
    parts.nothing.hidden = Boolean(record);
    parts.vehicle.hidden = !record;
    if (record) this.#drawVehicle(record);
    const waits = record?.enter_flag === 1;
    write(parts.mainText, waits && record.need_register ? t("register") : t("letIn"));
    parts.main.disabled = !waits;
    parts.correct.disabled = !this.#canCorrect();
    parts.turn.disabled = !this.#canTurnBack();
    parts.again.disabled = !this.#canOpenAgain();
  }

  #drawVehicle(record) {
    const parts = this.#parts;
    const { word, tone } = tell(record);
    parts.picture.show(record.car_image_url, t("pictureOf", { plate: record.license || t("noPlate") }));
    showPlate(parts.plate, record.license);
    write(parts.category, t(`category${record.car_fee_type}`));
    mark(parts.category, "data-category", record.car_fee_type);
    mark(parts.vehicle, "data-tone", tone);
    write(parts.state, word);
    write(parts.time, short(record.enter_time));
    parts.since.dataset.ago = record.enter_time;
    write(parts.since, ago(record.enter_time));
    write(parts.barrier, barrierWord(record) ?? "");
    mark(parts.barrier, "data-state", record.barrier);
    this.tick();
  }

  #step(steps) {
    const record = this.#records.beside(steps);
    if (record) { this.#chosen = record.capture_id; this.#draw(); }
  }

  #canCorrect() { return this.#shown?.enter_flag === 1 && this.#shown.need_register === 0; }

  #canOpenAgain() { return this.#shown?.state === "entered" && seconds(this.#shown.enter_time) < 300; }

  #canTurnBack() { return this.#shown?.enter_flag === 1 || this.#canOpenAgain(); }

  async #turnBack() {
    const record = this.#shown;
    if (!this.#canTurnBack()) return;
    const done = await this.#desk.press("enter/cancel", { capture_id: record.capture_id }, this.#outcome(record.capture_id, "turned_back"));
    if (done !== undefined) notify(t("turnBackDone"));
  }

  #main() {
    const record = this.#shown;
    if (record?.enter_flag !== 1) return;
    if (record.need_register) this.#register(record);
    else this.#letIn(record, record.license);
  }

  async #letIn(record, license) {
    const fields = { license, car_fee_type: record.car_fee_type, capture_id: record.capture_id };
    const done = await this.#desk.press("enter/permit-through", fields, this.#outcome(record.capture_id, "entered"));
    if (done !== undefined) notify(t("letInDone", { plate: license }));
    return done !== undefined;
  }

  #register(record) {
    enterPlate({
      title: t("typeRegister"), action: t("letIn"), list: this.#list, picture: record.car_image_url,
      submit: (license) => this.#letIn(record, license), other: { text: t("giveTicket"), run: () => this.#giveTicket(record) },
    });
  }

  /** A vehicle that has no plate gets a number, which the driver shows at the exit. */
  async #giveTicket(record) {
    const done = await this.#desk.press("enter/permit-through", { ticket: "1", capture_id: record.capture_id }, this.#outcome(record.capture_id, "entered"), { anytime: true });
    if (done === undefined) return false;
    // Without its answer the number stands in the list, as the vehicle's plate.
    if (done === null) return true;
    openDialog({
      title: t("ticket"), name: "ticket", body: [h("p", { class: "ticket-number" }, done.ticket), h("p", { class: "hint" }, t("ticketText", { plate: done.license }))],
      actions: [h("button", { type: "button", on: { click: () => print() } }, t("print")), h("button", { type: "submit", class: "primary large" }, t("done"))],
      submit: () => true,
    });
    return true;
  }

  #correct() {
    const record = this.#shown;
    if (!this.#canCorrect()) return;
    enterPlate({
      title: t("typeCorrect"), action: t("confirm"), list: this.#list, before: record.license, picture: record.car_image_url,
      submit: async (license) => {
        const done = await this.#desk.press("enter/correct", { capture_id: record.capture_id, license }, undefined, { anytime: true });
        if (done !== undefined) notify(t("correctDone", { plate: license }));
        return done !== undefined;
      },
    });
  }

  async #openAgain() {
    const record = this.#shown;
    if (!this.#canOpenAgain()) return;
    // Not sent again when its answer is lost: a barrier that opens twice lets two vehicles in.
    const fields = { license: record.license, capture_id: record.capture_id };
    const done = await this.#desk.press("enter/permit-through", fields, () => "done");
    if (done !== undefined) notify(t("openAgainDone"));
  }

  #type() {
    enterPlate({
      title: t("typeEntry"), action: t("letIn"), list: this.#list,
      submit: async (license) => {
        const known = new Set(this.#list.map((record) => record.capture_id));
        const outcome = (view) => view.enter_records.some((record) => record.license === license
          && record.state === "entered" && !known.has(record.capture_id)) ? "done" : "open";
        const done = await this.#desk.press("enter/permit-through", { license }, outcome, { anytime: true });
        if (done !== undefined) notify(t("letInDone", { plate: license }));
        return done !== undefined;
      },
    });
  }

  #outcome(captureID, state) {
    return (view) => {
      const record = view.enter_records.find((one) => one.capture_id === captureID);
      if (record?.state === state) return "done";
      return record && (record.enter_flag === 1 || record.state === "entered") ? "open" : "gone";
    };
  }
}

function tell(record) {
  if (record.enter_flag === 1) {
    return record.need_register ? { word: t("waitingRegister"), tone: "wait" } : { word: t("waiting"), tone: "wait" };
  }
  if (record.state === "refused") return { word: t("refused"), tone: "stop" };
  if (record.state === "entered") return { word: t("entered"), tone: isStuck(record, record.enter_time) ? "stop" : "ok" };
  return { word: t(record.state === "waiting" ? "passed" : record.state), tone: "none" };
}

/** What stands in the list, where there is little room. */
function shortWord(record) {
  if (record.enter_flag === 1) return t(record.need_register ? "shortRegister" : "shortWaiting");
  if (record.state === "refused") return t("shortRefused");
  return record.state === "entered" && isStuck(record, record.enter_time) ? t("shortStuck") : tell(record).word;
}
