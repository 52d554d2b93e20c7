/** The review list: what a person has to look at, and what became of it. */

import { read } from "/shared/api.js";
import { ago, short } from "/shared/clock.js";
import { openDialog } from "/shared/dialog.js";
import { h, icon, write } from "/shared/dom.js";
import { notify } from "/shared/notices.js";
import { plateChip } from "/shared/plate.js";
import { language, t } from "/shared/words.js";

/** A supervisor's decisions. */
const IN_CHARGE = ["waived", "closed"];

export class ReviewTab {
  #desk;
  #parts;
  #number = -1;

  constructor(desk) {
    this.#desk = desk;
    this.element = this.#build();
  }

  update(view) {
    // Read anew when somebody looks at it and there are more or fewer.
    if (!this.element.hidden && view.review_number !== this.#number) this.shown();
    this.#number = view.review_number;
  }

  async shown() {
    try {
      const { reviews } = await read("sentrybox/review/list", { state: this.#parts.state.value, count: 50 });
      this.#showLines(reviews);
      this.#parts.empty.hidden = reviews.length > 0;
    } catch (error) {
      if (error.code === 401) this.#desk.signOut(t("sessionEnded"));
    }
  }

  /** What stands there already stays, and with it a hand or a focus that is on it. */
  #showLines(reviews) {
    const { lines } = this.#parts;
    const known = new Map([...lines.children].map((line) => [line.dataset.key, line]));
    const wanted = reviews.map((review) => known.get(JSON.stringify(review)) ?? this.#line(review));
    for (const line of known.values()) if (!wanted.includes(line)) line.remove();
    wanted.forEach((line, index) => {
      if (lines.children[index] !== line) lines.insertBefore(line, lines.children[index] ?? null);
    });
  }

  #build() {
    const parts = this.#parts = {
      lines: h("ol", { class: "reviews" }), empty: h("p", { class: "empty" }, t("nothingToReview")),
      state: h("select", { id: "review-state", on: { change: () => this.shown() } },
        h("option", { value: "open" }, t("reviewOpen")), h("option", { value: "resolved" }, t("reviewResolved"))),
    };
    return h("section", { class: "card review" },
      h("div", { class: "bar-line" }, h("h2", {}, t("tabReview")), h("label", { class: "unseen", for: "review-state" }, t("reviewState")), parts.state),
      parts.empty, parts.lines);
  }

  #line(review) {
    const image = review.image_urls[0];
    return h("li", { class: "review-line", data: { key: JSON.stringify(review) } },
      h("div", { class: "review-picture" }, image ? h("img", { src: image, alt: t("pictureOf", { plate: review.license }), loading: "lazy" }) : icon("camera", 28)),
      h("div", { class: "review-text" },
        h("p", { class: "review-head" }, h("strong", {}, t(`review_${review.kind}`)), plateChip(review.license),
          h("span", { class: "hint" }, `${short(review.raised_time)} · `, h("time", { data: { ago: review.raised_time } }, ago(review.raised_time)))),
        h("p", {}, review.detail),
        h("p", { class: "hint" }, review.state === "open" ? (language() === "zh" ? review.suggestion : "")
          : `${t(`resolution_${review.resolution}`)}　${review.operator}　${short(review.resolved_time)}　${review.note}`)),
      review.state === "open" && h("button", { type: "button", on: { click: () => this.#resolve(review) } }, t("resolve")));
  }

  #resolve(review) {
    const isInCharge = this.#desk.person.role !== "attendant";
    const allowed = review.resolutions.filter((one) => isInCharge || !IN_CHARGE.includes(one));
    const note = h("textarea", { id: "review-note", rows: "2", maxlength: "200" });
    const problem = h("p", { class: "problem", role: "alert" });
    const choices = h("fieldset", {}, h("legend", {}, t("resolution")), allowed.map((one, index) => h("label", { class: "choice" },
      h("input", { type: "radio", name: "resolution", value: one, checked: index === 0, data: index === 0 ? { first: "" } : {} }), h("span", {}, t(`resolution_${one}`)))));
    openDialog({
      title: `${t("resolve")}：${t(`review_${review.kind}`)}`, name: "resolve",
      body: [plateChip(review.license, "medium"), h("p", {}, review.detail), h("p", { class: "hint" }, language() === "zh" ? review.suggestion : ""),
        allowed.length > 0 ? choices : h("p", { class: "hint" }, t("needsSupervisor")), h("label", { for: "review-note" }, t("note")), note, problem],
      actions: [h("button", { type: "submit", class: "primary large", disabled: allowed.length === 0 }, t("resolve"))],
      submit: async () => {
        const resolution = choices.querySelector("input:checked")?.value;
        if (!resolution) {
          write(problem, t("needsSupervisor"));
          return false;
        }
        const done = await this.#desk.press("review/resolve", { _id: review._id, resolution, note: note.value.trim() }, undefined, { anytime: true });
        if (done === undefined) return false;
        notify(t("resolved"));
        this.shown();
        return true;
      },
    });
  }
}
