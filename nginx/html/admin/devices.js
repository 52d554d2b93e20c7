/** How the park's cameras did in the last 24 hours. */

import { ago, seconds, short } from "/shared/clock.js";
import { h, mark, replace } from "/shared/dom.js";
import { t } from "/shared/words.js";

/** A camera that has said nothing for so long is away: heartbeats come every few seconds. */
const AWAY = 300;
const LARGEST_SKEW = 90_000;

export class DeviceSection {
  #office;
  #lines = h("tbody", {});
  #empty = h("p", { class: "empty", hidden: true }, t("noDevices"));

  constructor(office) {
    this.#office = office;
    const heads = ["device", "booth", "lastSeen", "skew", "reads", "unsure", "repeated", "openings", "expired", "waitForBarrier"];
    this.element = h("div", {},
      h("div", { class: "bar-line" }, h("h2", {}, t("devices")), h("button", { type: "button", on: { click: () => this.open() } }, t("reload"))),
      h("div", { class: "card scroll", tabindex: "0", role: "region", "aria-label": t("devices") },
        h("table", {}, h("thead", {}, h("tr", {}, heads.map((name, index) => h("th", { scope: "col", class: index > 2 ? "number" : "" }, t(name))))), this.#lines), this.#empty));
  }

  async open() {
    const answer = await this.#office.read("devices");
    if (!answer) return;
    replace(this.#lines, answer.devices.map(line));
    this.#empty.hidden = answer.devices.length > 0;
  }
}

function line(device) {
  const isAway = !device.last_seen || seconds(device.last_seen) > AWAY;
  const seen = h("td", { title: short(device.last_seen) }, h("span", { class: "lamp-word", data: { state: isAway ? "away" : "there" } },
    device.last_seen ? ago(device.last_seen) : t("never")));
  const skew = h("td", { class: "number" }, device.clock_skew_ms === null ? "—" : `${(device.clock_skew_ms / 1000).toFixed(1)} s`);
  mark(skew, "data-tone", Math.abs(device.clock_skew_ms ?? 0) > LARGEST_SKEW ? "stop" : null);
  const expired = h("td", { class: "number" }, String(device.openings_expired));
  mark(expired, "data-tone", device.openings_expired > 0 ? "stop" : null);
  const number = (value) => h("td", { class: "number" }, value);
  return h("tr", {}, h("td", {}, device.device_id), h("td", {}, device.sentry_box_name), seen, skew, number(String(device.reads)),
    number(`${(device.low_confidence_permille / 10).toFixed(1)}%`), number(`${(device.repeats_permille / 10).toFixed(1)}%`),
    number(String(device.openings)), expired, number(device.open_ms_p95 === null ? "—" : `${(device.open_ms_p95 / 1000).toFixed(1)} s`));
}
