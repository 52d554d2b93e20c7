/** What a park offers for off-peak leasing, and what its partners were told of it. */

import { short } from "/shared/clock.js";
import { h, mark, replace, write } from "/shared/dom.js";
import { fen, yuan } from "/shared/money.js";
import { notify } from "/shared/notices.js";
import { t } from "/shared/words.js";

const AMOUNTS = ["start_price", "price", "holiday_price"];
const DAYS = ["is_sat", "is_sun", "is_holiday"];

export class OfferSection {
  #office;
  #form = h("form", { class: "card offer", novalidate: true });
  #lines = h("tbody", {});
  #empty = h("p", { class: "empty", hidden: true }, t("noPushes"));
  #again = h("button", { type: "button", hidden: true, on: { click: () => this.#push() } }, t("pushAgain"));

  constructor(office) {
    this.#office = office;
    const heads = ["partner", "changedAt", "offered", "state", "attempts"];
    this.element = h("div", {},
      h("div", { class: "bar-line" }, h("h2", {}, t("offers")), h("button", { type: "button", on: { click: () => this.open() } }, t("reload"))),
      this.#form,
      h("div", { class: "bar-line apart" }, h("h2", {}, t("pushes")), this.#again),
      h("div", { class: "card scroll", tabindex: "0", role: "region", "aria-label": t("pushes") },
        h("table", {}, h("thead", {}, h("tr", {}, heads.map((name) => h("th", { scope: "col", class: name === "attempts" ? "number" : "" }, t(name))))), this.#lines), this.#empty));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#change();
    });
  }

  async open() {
    const offer = await this.#office.read("offer", { count: 50 });
    if (!offer) return;
    this.#draw(offer);
    replace(this.#lines, offer.pushes.map(line));
    this.#empty.hidden = offer.pushes.length > 0;
    this.#again.hidden = !offer.pushes.some((push) => push.state === "gave_up");
  }

  #draw(offer) {
    const field = (name, attributes) => h("div", {}, h("label", { for: `offer-${name}` }, t(name)),
      h("input", { id: `offer-${name}`, name, autocomplete: "off", "aria-describedby": "offer-problem", ...attributes }));
    const check = (name, isOn) => h("label", { class: "check", for: `offer-${name}` }, h("input", { type: "checkbox", id: `offer-${name}`, name, checked: isOn }), t(name));
    replace(this.#form, offer.has === 0 && h("p", { class: "hint" }, t("noOffer")),
      check("is_open", offer.is_open === 1 || offer.has === 0),
      h("div", { class: "fields" }, field("deadline", { type: "date", value: offer.deadline }),
        field("start_time", { type: "time", value: offer.start_time }), field("end_time", { type: "time", value: offer.end_time }),
        AMOUNTS.map((name) => field(name, { inputmode: "decimal", maxlength: "10", value: offer.has ? yuan(offer[name]).replaceAll(",", "") : "" }))),
      h("fieldset", {}, h("legend", {}, t("allDay")), h("div", { class: "checks" }, DAYS.map((name) => check(name, offer[name] === 1)))),
      h("p", { class: "hint" }, t("offerText")),
      h("p", { class: "problem", id: "offer-problem", role: "alert" }),
      h("button", { type: "submit", class: "primary" }, t("saveOffer")));
  }

  async #change() {
    const [problem, button] = [this.#form.querySelector(".problem"), this.#form.querySelector("button")];
    const fields = Object.fromEntries([...this.#form.querySelectorAll("input")].map((input) => [input.name, input.type === "checkbox" ? Number(input.checked) : input.value]));
    for (const name of AMOUNTS) fields[name] = fen(fields[name]);
    const missing = Object.keys(fields).find((name) => fields[name] === "" || fields[name] === null);
    for (const input of this.#form.querySelectorAll("input")) mark(input, "aria-invalid", input.name === missing ? "true" : null);
    write(problem, missing ? t("offerMissing", { name: t(missing) }) : "");
    if (missing) return this.#form.querySelector(`[name=${missing}]`).focus();
    button.disabled = true;
    const done = await this.#office.send("offer/change", fields);
    button.disabled = false;
    if (!done) return;
    notify(t(done.changed ? "offerChanged" : "offerSame"));
    this.open();
  }

  async #push() {
    const done = await this.#office.send("offer/push");
    if (!done) return;
    notify(t("pushedAgain", { n: done.pushed }));
    this.open();
  }
}

function line(push) {
  const state = h("td", {}, t(`push_${push.state}`), push.settled_at && ` ${short(push.settled_at)}`,
    push.last_error && h("p", { class: "hint" }, push.last_error));
  mark(state, "data-tone", push.state === "gave_up" ? "stop" : null);
  return h("tr", {}, h("td", {}, push.partner_name, h("p", { class: "hint" }, push.app_id)), h("td", { class: "nowrap" }, push.created_at),
    h("td", {}, terms(JSON.parse(push.body))), state, h("td", { class: "number" }, String(push.attempts)));
}

/** What a partner reads, in one line. */
function terms(body) {
  const days = DAYS.filter((name) => Number(body[name]) === 1).map((name) => t(name)).join(t("listGap"));
  return t("offerLine", {
    start: body.start_time, end: body.end_time, days: days || "—", until: body.deadline,
    prices: AMOUNTS.map((name) => yuan(Number(body[name]))).join(" / "),
  });
}
