/** The figures of a day. */

import { duration, now } from "/shared/clock.js";
import { h, replace } from "/shared/dom.js";
import { yuan } from "/shared/money.js";
import { t } from "/shared/words.js";
import { bars, line } from "./charts.js";

const METHODS = ["cash", "wechat", "alipay", "other"];

export class TodaySection {
  #office;
  #figures = h("div", { class: "tiles" });
  #charts = h("div", { class: "charts" });
  #date = h("input", { type: "date", id: "date", value: now().slice(0, 10), max: now().slice(0, 10), on: { change: () => this.open() } });

  constructor(office) {
    this.#office = office;
    this.element = h("div", {},
      h("div", { class: "bar-line" }, h("h2", {}, t("today")), h("label", { class: "unseen", for: "date" }, t("date")), this.#date,
        h("button", { type: "button", on: { click: () => this.open() } }, t("reload"))),
      this.#figures, this.#charts);
  }

  async open() {
    const day = await this.#office.read("day", { date: this.#date.value });
    if (!day) return;
    const tile = (name, value, more) => h("div", { class: "tile card" }, h("span", {}, t(name)), h("strong", {}, value), more && h("small", {}, more));
    const methods = METHODS.slice(0, 3).map((name) => `${t(name)} ${yuan(day[`${name}_amount`])}`).join("　");
    replace(this.#figures, tile("income", `¥${yuan(day.total_amount)}`, methods), tile("entriesToday", String(day.enter_number)),
      tile("exitsToday", String(day.exit_number)), tile("insideNow", String(day.inside_number), t("ofPlaces", { n: day.total_car_port })),
      tile("manualToday", String(day.manual_through_number)), tile("freeToday", String(day.free_number)));
    const half = (index) => `${String(Math.floor(index / 2)).padStart(2, "0")}:${index % 2 ? "30" : "00"}`;
    const lengths = [...day.stay_minutes.map((minutes) => t("upTo", { time: duration(minutes) })), t("longer")];
    const hours = [0, 4, 8, 12, 16, 20];
    replace(this.#charts,
      line(t("occupancyDay"), day.occupancy, hours.map((hour) => [hour * 2, half(hour * 2)]),
        (index) => t("slotCount", { time: half(index), n: day.occupancy[index] }), { span: 48, limit: day.total_car_port }),
      bars(t("incomeByHour"), day.income.map((amount) => Math.max(0, amount) / 100), hours.map((hour) => [hour, String(hour)]),
        (index) => t("hourRange", { from: index, to: index + 1, amount: yuan(day.income[index]) })),
      bars(t("staysByLength"), day.stays, lengths.map((text, index) => [index, text]),
        (index) => t("lengthCount", { length: lengths[index], n: day.stays[index] })),
      bars(t("incomeByMethod"), METHODS.map((name) => Math.max(0, day[`${name}_amount`]) / 100), METHODS.map((name, index) => [index, t(name)]),
        (index) => `${t(METHODS[index])} ${yuan(day[`${METHODS[index]}_amount`])}`));
  }
}
