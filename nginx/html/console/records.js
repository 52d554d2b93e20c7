/**
 * A booth's list: as many lines as are asked for, always there, so that nothing moves when one fills.
 */

import { ago, seconds, short } from "/shared/clock.js";
import { h, mark, write } from "/shared/dom.js";
import { plateChip, showPlate } from "/shared/plate.js";
import { t } from "/shared/words.js";

export class Records {
  #lines;
  #records = [];
  #chosen = null;

  /** `tell(record)` gives `{time, word, tone}`; `choose(record)` is called for a line. */
  constructor(title, count, { tell, choose }) {
    this.tell = tell;
    this.#lines = Array.from({ length: count }, (_, index) => line(() => {
      const record = this.#records[index];
      if (record) choose(record);
    }));
    this.empty = h("p", { class: "empty" }, t("noRecords"));
    this.element = h("section", { class: "records", "aria-label": title },
      h("h2", {}, title), this.empty, h("ol", {}, this.#lines.map((one) => one.element)));
  }

  /** Shows records, newest first; `chosen` is the `capture_id` that stands large beside. */
  update(records, chosen) {
    this.#records = records;
    this.#chosen = chosen;
    this.empty.hidden = records.length > 0;
    this.#lines.forEach((one, index) => one.show(records[index], records[index] && this.tell(records[index]),
      records[index]?.capture_id === this.#chosen));
  }

  /** The record so many lines below (or above) the chosen one. */
  beside(steps) {
    const index = this.#records.findIndex((record) => record.capture_id === this.#chosen);
    return this.#records[Math.max(0, Math.min(this.#records.length - 1, index + steps))];
  }
}

function line(choose) {
  const chip = plateChip("");
  const [category, word] = [h("span", { class: "category" }), h("span", { class: "state" })];
  const [clock, since] = [h("span", { class: "clock" }), h("time", { class: "since" })];
  const button = h("button", { type: "button", class: "record", on: { click: choose } },
    chip, category, word, h("span", { class: "when" }, clock, since));
  const element = h("li", {}, button);
  return {
    element,
    show(record, told, isChosen) {
      mark(element, "data-empty", !record);
      button.disabled = !record;
      if (!record) return;
      showPlate(chip, record.license);
      write(category, t(`category${record.car_fee_type}`));
      mark(button, "data-category", record.car_fee_type);
      mark(button, "data-tone", told.tone);
      mark(button, "aria-pressed", String(isChosen));
      write(word, told.word);
      write(clock, short(told.time));
      since.dataset.ago = told.time;
      write(since, ago(told.time));
    },
  };
}

/** Whether the barrier did not move for a vehicle that may still stand there. */
export function isStuck(record, time) {
  return record.barrier === "expired" && seconds(time) < 300;
}

/** What became of the barrier, or null. */
export function barrierWord(record) {
  const words = { pending: "barrierPending", opened: "barrierOpened", expired: "barrierExpired" };
  return words[record.barrier] ? t(words[record.barrier]) : null;
}
