/** The review list of a park, and what became of each entry. */

import { ago, short } from "/shared/clock.js";
import { openDialog } from "/shared/dialog.js";
import { h, replace } from "/shared/dom.js";
import { notify } from "/shared/notices.js";
import { plateChip } from "/shared/plate.js";
import { language, t } from "/shared/words.js";

export class ReviewSection {
  #office;
  #lines = h("tbody", {});
  #empty = h("p", { class: "empty", hidden: true }, t("nothingToReview"));
  #state = h("select", { id: "review-state", on: { change: () => this.open() } },
    h("option", { value: "open" }, t("reviewOpen")), h("option", { value: "resolved" }, t("reviewResolved")));

  constructor(office) {
    this.#office = office;
    const heads = ["at", "problem", "plate", "detail", "resolution"];
    this.element = h("div", {},
      h("div", { class: "bar-line" }, h("h2", {}, t("reviews")), h("label", { class: "unseen", for: "review-state" }, t("reviewState")), this.#state),
      h("div", { class: "card scroll", tabindex: "0", role: "region", "aria-label": t("reviews") },
        h("table", {}, h("thead", {}, h("tr", {}, heads.map((name) => h("th", { scope: "col" }, t(name))))), this.#lines), this.#empty));
  }

  async open() {
    const answer = await this.#office.read("review/list", { state: this.#state.value, count: 100 });
    if (!answer) return;
    replace(this.#lines, answer.reviews.map((review) => this.#line(review)));
    this.#empty.hidden = answer.reviews.length > 0;
  }

  #line(review) {
    return h("tr", {}, h("td", { class: "nowrap", title: ago(review.raised_time) }, short(review.raised_time)), h("td", {}, t(`review_${review.kind}`)),
      h("td", {}, review.license && plateChip(review.license)), h("td", {}, review.detail),
      h("td", {}, review.state === "open"
        ? h("button", { type: "button", class: "quiet small", "aria-label": `${t("resolve")} ${review.license}`, on: { click: () => this.#resolve(review) } }, t("resolve"))
        : [`${t(`resolution_${review.resolution}`)}　${review.operator}　${review.note}`,
          review.image_urls.length > 0 && h("button", { type: "button", class: "quiet small", "aria-label": `${t("pictures")} ${review.license}`, on: { click: () => look(review) } }, t("pictures"))]));
  }

  #resolve(review) {
    const note = h("textarea", { id: "review-note", rows: "2", maxlength: "200" });
    const choices = h("fieldset", {}, h("legend", {}, t("resolution")), review.resolutions.map((one, index) => h("label", { class: "choice" },
      h("input", { type: "radio", name: "resolution", value: one, checked: index === 0, data: index === 0 ? { first: "" } : {} }), h("span", {}, t(`resolution_${one}`)))));
    openDialog({
      title: `${t("resolve")}：${t(`review_${review.kind}`)}`, name: "resolve",
      body: [pictures(review), plateChip(review.license, "medium"), h("p", {}, review.detail), h("p", { class: "hint" }, language() === "zh" ? review.suggestion : ""),
        choices, h("label", { for: "review-note" }, t("note")), note],
      actions: [h("button", { type: "submit", class: "primary large" }, t("resolve"))],
      submit: async () => {
        const resolution = choices.querySelector("input:checked").value;
        const done = await this.#office.send("review/resolve", { _id: review._id, resolution, note: note.value.trim() });
        if (!done) return false;
        notify(t("resolved"));
        this.open();
        return true;
      },
    });
  }
}

/** Its pictures, which are fetched when somebody looks: that is noted in the audit trail. */
function pictures(review) {
  return review.image_urls.length > 0 && h("div", { class: "review-pictures" },
    review.image_urls.map((address) => h("img", { src: address, alt: t("pictureOf", { plate: review.license || t("noPlate") }) })));
}

function look(review) {
  openDialog({ title: t("pictures"), name: "pictures", wide: true, body: [pictures(review), plateChip(review.license, "medium"), h("p", {}, review.detail)] });
}
