/** Tariffs: their versions, the curve, a stay tried, a new version published. */

import { duration, now, short } from "/shared/clock.js";
import { h, mark, replace, write } from "/shared/dom.js";
import { yuan } from "/shared/money.js";
import { notify } from "/shared/notices.js";
import { language, t } from "/shared/words.js";
import { line } from "./charts.js";
import { problemText } from "./problems.js";

export class TariffSection {
  #office;
  #versions = h("tbody", {});
  #shown = h("div", {});

  constructor(office) {
    this.#office = office;
    const heads = ["tariffs", "version", "validSince", "publishedAt", "usedBy"];
    this.element = h("div", {}, h("div", { class: "bar-line" }, h("h2", {}, t("tariffs"))),
      h("div", { class: "card scroll", tabindex: "0", role: "region", "aria-label": t("tariffs") },
        h("table", {}, h("thead", {}, h("tr", {}, heads.map((name) => h("th", { scope: "col" }, t(name))), h("th", {}, h("span", { class: "unseen" }, t("show"))))), this.#versions)),
      this.#shown);
  }

  async open() {
    const answer = await this.#office.read("tariffs");
    if (!answer) return;
    replace(this.#versions, answer.tariffs.map((tariff) => h("tr", {}, h("td", {}, nameOf(tariff)), h("td", {}, String(tariff.version)),
      h("td", {}, tariff.valid_from || t("fromBeginning")), h("td", {}, short(tariff.published_at)), h("td", {}, tariff.parks.join(t("listGap"))),
      h("td", {}, h("button", { type: "button", class: "quiet small", on: { click: () => this.#show(tariff) } }, t("show"))))));
    if (answer.tariffs[0]) this.#show(answer.tariffs[0]);
  }

  #show(tariff) {
    const text = h("textarea", { id: "rules", rows: "18", spellcheck: "false", class: "code" });
    const curve = h("div", {});
    text.value = JSON.stringify(JSON.parse(tariff.document), null, 2);
    const draw = async () => {
      const answer = await this.#office.send("tariff/curve", { document: text.value, enter_time: `${now().slice(0, 10)} 09:00`, hours: 24 });
      if (!answer) return;
      const at = (index) => duration(index * answer.step_minutes);
      replace(curve, line(t("curve"), answer.fees.map((fee) => fee / 100), [0, 4, 8, 12, 16, 20, 24].map((hour) => [hour * 60 / answer.step_minutes, `${hour} h`]),
        (index) => t("curvePoint", { time: at(index), amount: yuan(answer.fees[index]) }), { stepped: true }));
    };
    replace(this.#shown, h("h2", { class: "apart" }, `${nameOf(tariff)} · ${t("version")} ${tariff.version}`),
      h("div", { class: "columns" }, h("div", {}, curve, this.#trial(text)), this.#editor(tariff, text, draw)));
    draw();
  }

  #trial(text) {
    const day = now().slice(0, 10);
    const field = (id, name, attributes) => [h("label", { for: id }, t(name)), h("input", { id, autocomplete: "off", ...attributes })];
    const [enterLabel, enter] = field("try-enter", "enterAt", { type: "datetime-local", value: `${day}T10:00` });
    const [leaveLabel, leave] = field("try-leave", "leaveAt", { type: "datetime-local", value: `${day}T11:07` });
    const [couponLabel, coupon] = field("try-coupon", "couponOff", { inputmode: "numeric", maxlength: "4", value: "0" });
    const result = h("div", { class: "trial", role: "status" });
    const form = h("form", { class: "card" }, h("h3", {}, t("tryStay")),
      h("div", { class: "pair three" }, h("div", {}, enterLabel, enter), h("div", {}, leaveLabel, leave), h("div", {}, couponLabel, coupon)),
      h("button", { type: "submit", class: "primary" }, t("compute")), result);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const fields = { document: text.value, enter_time: enter.value.replace("T", " "), leave_time: leave.value.replace("T", " "), coupon_time: coupon.value };
      const quote = await this.#office.send("tariff/try", fields);
      if (!quote) return;
      const sum = (name, amount) => h("p", { class: "trial-sum" }, h("span", {}, t(name)), h("strong", {}, `¥${yuan(amount)}`));
      replace(result, h("ol", {}, quote.lines.map((one) => h("li", {}, one[language()]))), sum("total", quote.total_amount),
        quote.coupon_amount > 0 && [sum("coupon", -quote.coupon_amount), sum("toPay", quote.total_amount - quote.coupon_amount)]);
    });
    return form;
  }

  #editor(tariff, text, draw) {
    const verdict = h("div", { class: "publication", role: "status" });
    const act = async (preview) => {
      const answer = await this.#office.send("tariff/publish", { document: text.value, preview: preview ? 1 : 0 });
      if (!answer) return;
      const isFine = answer.objections.length === 0;
      mark(verdict, "data-tone", isFine ? "ok" : "stop");
      replace(verdict, h("p", {}, isFine ? t(preview ? "fine" : answer.published ? "published" : "notNew") : t("objections")),
        h("ul", {}, answer.objections.map((one) => h("li", { title: one }, problemText(one)))));
      if (preview) return draw();
      if (answer.published) {
        notify(t("published"));
        this.open();
      }
    };
    const publish = h("button", { type: "button", class: "primary", on: { click: () => act(false) } }, t("publish"));
    write(publish, t("publish"));
    return h("div", { class: "card" }, h("h3", {}, h("label", { for: "rules" }, t("rules"))), h("p", { class: "hint" }, t("rulesText")), text,
      h("div", { class: "bar-line end" }, h("button", { type: "button", on: { click: () => act(true) } }, t("check")), publish), verdict);
  }
}

function nameOf(tariff) {
  const { name } = JSON.parse(tariff.document);
  return (typeof name === "string" ? name : name?.[language()]) ?? tariff.tariff_id;
}
