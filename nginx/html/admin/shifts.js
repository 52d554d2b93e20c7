/** The shifts that ended, with the difference of their cash: of one park or of all. */

import { h, mark } from "/shared/dom.js";
import { yuan } from "/shared/money.js";
import { t } from "/shared/words.js";

const PAGE = 50;
const NUMBERS = ["vehicleNumber", "takings", "expected", "counted", "difference"];

export class ShiftSection {
  #office;
  #lines = h("tbody", {});
  #empty = h("p", { class: "empty", hidden: true }, t("noShifts"));
  #older = h("button", { type: "button", hidden: true, on: { click: () => this.#more() } }, t("older"));
  #parks = h("select", { id: "shift-parks", on: { change: () => this.open() } },
    h("option", { value: "all" }, t("allParks")), h("option", { value: "one" }, t("thisPark")));
  #which = h("select", { id: "shift-which", on: { change: () => this.open() } },
    h("option", { value: "0" }, t("allShifts")), h("option", { value: "1" }, t("differingShifts")));
  #next = "";
  #asked = 0;

  constructor(office) {
    this.#office = office;
    const heads = ["park", "booth", "who", "beganAt", "endedAt", "vehicleNumber", "takings", "expected", "counted", "difference", "note"];
    this.element = h("div", {},
      h("div", { class: "bar-line" }, h("h2", {}, t("shifts")),
        h("label", { class: "unseen", for: "shift-parks" }, t("park")), this.#parks,
        h("label", { class: "unseen", for: "shift-which" }, t("difference")), this.#which),
      h("div", { class: "card scroll", tabindex: "0", role: "region", "aria-label": t("shifts") },
        h("table", {}, h("thead", {}, h("tr", {}, heads.map((name) => h("th", { scope: "col", class: NUMBERS.includes(name) ? "number" : "" }, t(name))))), this.#lines), this.#empty, this.#older));
  }

  open() {
    this.#next = "";
    this.#lines.replaceChildren();
    return this.#more();
  }

  async #more() {
    const asked = this.#asked += 1;
    const answer = await this.#office.read("shifts", {
      ...this.#parks.value === "all" && { park_sn: null }, differing: this.#which.value, before: this.#next, count: PAGE,
    });
    // An answer to an older question that came late.
    if (!answer || asked !== this.#asked) return;
    this.#lines.append(...answer.shifts.map(line));
    this.#next = answer.next;
    this.#older.hidden = answer.next === "";
    this.#empty.hidden = this.#lines.children.length > 0;
  }
}

function line(shift) {
  const money = (amount) => h("td", { class: "number" }, shift.handed_over ? yuan(amount) : "—");
  const difference = money(shift.difference_amount);
  if (shift.handed_over && shift.difference_amount > 0) difference.prepend("+");
  mark(difference, "data-tone", shift.handed_over && shift.difference_amount !== 0 ? "stop" : null);
  const ended = h("td", { class: "nowrap" }, shift.handed_over ? shift.handed_at : `${shift.ended_at}（${t("notHandedOver")}）`);
  return h("tr", {}, h("td", {}, shift.park_name), h("td", {}, shift.sentry_box_name), h("td", {}, shift.operator),
    h("td", { class: "nowrap" }, shift.began_at), ended, h("td", { class: "number" }, shift.vehicle_number),
    money(shift.total_amount), money(shift.expected_amount), money(shift.counted_amount), difference, h("td", {}, shift.note));
}
