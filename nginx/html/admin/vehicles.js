/** The registry: search, add, remove, import. */

import { now } from "/shared/clock.js";
import { openDialog } from "/shared/dialog.js";
import { h, mark, replace, write } from "/shared/dom.js";
import { notify } from "/shared/notices.js";
import { judge, normalised, plateChip } from "/shared/plate.js";
import { t } from "/shared/words.js";
import { importSheet } from "./sheet.js";

const CATEGORIES = [1, 2, 3];

export class VehicleSection {
  #office;
  #lines = h("tbody", {});
  #empty = h("p", { class: "empty", hidden: true }, t("noVehicles"));
  #search = h("input", { type: "search", id: "search", maxlength: "64", autocomplete: "off", placeholder: t("search"), on: { input: () => this.#later() } });
  #category = h("select", { id: "category-filter", on: { change: () => this.open() } }, h("option", { value: "" }, t("all")),
    CATEGORIES.map((one) => h("option", { value: one }, t(`category${one}`))));
  #timer;
  #asked = 0;

  constructor(office) {
    this.#office = office;
    const heads = ["plate", "category", "validFrom", "validUntil", "noteColumn", "source"];
    this.element = h("div", {},
      h("div", { class: "bar-line" }, h("h2", {}, t("vehicles")),
        h("label", { class: "unseen", for: "search" }, t("search")), this.#search,
        h("label", { class: "unseen", for: "category-filter" }, t("category")), this.#category,
        h("button", { type: "button", class: "primary", on: { click: () => this.#add() } }, t("add")),
        h("button", { type: "button", on: { click: () => importSheet(this.#office, () => this.open()) } }, t("importSheet"))),
      h("div", { class: "card scroll", tabindex: "0", role: "region", "aria-label": t("vehicles") },
        h("table", {}, h("thead", {}, h("tr", {}, heads.map((name) => h("th", { scope: "col" }, t(name))), h("th", {}, h("span", { class: "unseen" }, t("remove"))))), this.#lines),
        this.#empty));
  }

  async open() {
    const asked = this.#asked += 1;
    const answer = await this.#office.read("vehicles", { search: this.#search.value.trim(), car_fee_type: this.#category.value, count: 200 });
    // An answer to an older question that came late.
    if (!answer || asked !== this.#asked) return;
    replace(this.#lines, answer.vehicles.map((vehicle) => this.#line(vehicle)));
    this.#empty.hidden = answer.vehicles.length > 0;
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.open(), 250);
  }

  #line(vehicle) {
    const badge = h("span", { class: "badge", data: { category: vehicle.car_fee_type } }, t(`category${vehicle.car_fee_type}`));
    return h("tr", {}, h("td", {}, plateChip(vehicle.license)), h("td", {}, badge), h("td", {}, vehicle.valid_from || t("always")),
      h("td", {}, vehicle.valid_until || t("always")), h("td", {}, vehicle.note), h("td", {}, t(`source_${vehicle.source}`)),
      h("td", {}, vehicle.source !== "site" && h("button", {
        type: "button", class: "quiet small", "aria-label": `${t("remove")} ${vehicle.license}`, on: { click: () => this.#remove(vehicle) },
      }, t("remove"))));
  }

  #remove(vehicle) {
    openDialog({
      title: t("removeTitle"), name: "remove", body: [plateChip(vehicle.license, "medium"), h("p", {}, t("removeText"))],
      actions: [h("button", { type: "submit", class: "danger" }, t("remove"))],
      submit: async () => {
        const done = await this.#office.send("vehicles/remove", { vehicle_id: vehicle.vehicle_id });
        if (!done) return false;
        notify(t("removed", { plate: vehicle.license }));
        this.open();
        return true;
      },
    });
  }

  #add() {
    const field = (id, name, attributes = {}) => [h("label", { for: id }, t(name)), h("input", { id, autocomplete: "off", ...attributes })];
    const [plateLabel, plate] = field("new-plate", "plate", { maxlength: "16", data: { first: "" }, "aria-describedby": "new-verdict" });
    const verdict = h("p", { class: "verdict", id: "new-verdict", "aria-live": "polite" });
    const category = h("select", { id: "new-category" }, CATEGORIES.map((one) => h("option", { value: one }, t(`category${one}`))));
    const [fromLabel, from] = field("new-from", "validFrom", { type: "date" });
    const [untilLabel, until] = field("new-until", "validUntil", { type: "date" });
    const [noteLabel, note] = field("new-note", "noteColumn", { maxlength: "200" });
    plate.addEventListener("input", () => {
      const result = judge(plate.value);
      write(verdict, result.text);
      mark(verdict, "data-ok", result.ok);
    });
    const propose = () => {
      const today = now().slice(0, 10);
      const isMonthly = category.value === "1";
      from.value = isMonthly ? today : "";
      until.value = isMonthly ? `${Number(today.slice(0, 4)) + 1}${today.slice(4)}` : "";
    };
    category.addEventListener("change", propose);
    propose();
    openDialog({
      title: t("add"), name: "add",
      body: [plateLabel, plate, verdict, h("label", { for: "new-category" }, t("category")), category,
        h("div", { class: "pair" }, h("div", {}, fromLabel, from), h("div", {}, untilLabel, until)), noteLabel, note],
      actions: [h("button", { type: "submit", class: "primary large" }, t("add"))],
      submit: async () => {
        const license = normalised(plate.value);
        const done = await this.#office.send("vehicles/add", {
          license, car_fee_type: category.value, valid_from: from.value, valid_until: until.value, note: note.value.trim(),
        });
        if (!done) return false;
        notify(t("added", { plate: license }));
        this.open();
        return true;
      },
    });
  }
}
