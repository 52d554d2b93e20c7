/** Which of the vehicles inside an unmatched one at the exit is: the attendant chooses, by the pictures. */

import { read } from "/shared/api.js";
import { duration, short } from "/shared/clock.js";
import { openDialog } from "/shared/dialog.js";
import { h, replace } from "/shared/dom.js";
import { notify } from "/shared/notices.js";
import { plateChip } from "/shared/plate.js";
import { t } from "/shared/words.js";
import { pictureFrame } from "./pictures.js";

/** Opens the dialog for the vehicle at the barrier. */
export async function chooseStay(desk) {
  const list = h("div", { class: "candidates", role: "radiogroup", "aria-label": t("candidates") });
  const license = h("input", { id: "looked-for", maxlength: "16", autocomplete: "off", lang: "zh-CN" });
  const left = pictureFrame(t("pictureExit"));
  const button = h("button", { type: "submit", class: "primary large", disabled: true }, t("itIsThis"));
  let found = { candidates: [] };
  const look = async () => {
    try {
      found = await read("sentrybox/leave/candidates", { _id: desk.booth._id, license: license.value.trim(), count: 8 });
    } catch (error) {
      return notify(error.message || t("noServer"), "stop");
    }
    left.show(found.leave_car_image_url, t("pictureOf", { plate: found.license }));
    replace(list, found.candidates.length > 0 ? found.candidates.map(card) : h("p", { class: "empty" }, t("noCandidates")));
    button.disabled = !list.querySelector("input:checked");
  };
  const card = (one, index) => {
    const frame = pictureFrame();
    frame.show(one.enter_car_image_url, t("pictureOf", { plate: one.license }));
    const isProposed = one.proposed === 1 && index === 0;
    return h("label", { class: "candidate" },
      h("input", { type: "radio", name: "stay", value: one.car_park_records_id, checked: isProposed, on: { change: () => { button.disabled = false; } } }),
      h("span", { class: "candidate-card" }, frame.element, plateChip(one.license),
        h("span", {}, `${short(one.enter_time)} · ${duration(one.park_minutes)}`), h("span", { class: "hint" }, t("score", { n: one.score }))));
  };
  openDialog({
    title: t("candidates"), name: "candidates", wide: true,
    body: [h("div", { class: "candidate-head" }, left.element,
      h("div", {}, h("p", { class: "hint" }, t("candidatesText")), h("label", { for: "looked-for" }, t("lookFor")),
        h("div", { class: "pair" }, license, h("button", { type: "button", on: { click: look } }, t("searchAgain"))))), list],
    actions: [button],
    submit: async () => {
      const chosen = list.querySelector("input:checked")?.value;
      if (!chosen) return false;
      const done = await desk.press("leave/confirm", { car_park_records_id: chosen, capture_id: found.capture_id }, (view) => {
        return view.unfee._id === chosen || view.exit_records.some((one) => one.car_park_records_id === chosen) ? "done" : "open";
      }, { anytime: true });
      return done !== undefined;
    },
  });
  look();
}
