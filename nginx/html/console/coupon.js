/** Coupon minutes other than those that have a button. */

import { openDialog } from "/shared/dialog.js";
import { h, write } from "/shared/dom.js";
import { t } from "/shared/words.js";

/** Asks for the minutes; `take(minutes)` sends them and resolves to whether that is done. */
export function askMinutes(take) {
  const input = h("input", {
    id: "minutes", inputmode: "numeric", maxlength: "4", autocomplete: "off", data: { first: "" }, "aria-describedby": "minutes-problem",
  });
  const problem = h("p", { class: "problem", id: "minutes-problem", role: "alert" });
  openDialog({
    title: t("couponTitle"), name: "coupon", body: [h("label", { for: "minutes" }, t("couponLabel")), input, problem],
    actions: [h("button", { type: "submit", class: "primary" }, t("confirm"))],
    submit: () => {
      const minutes = /^\d{1,4}$/.test(input.value) ? Number(input.value) : -1;
      if (minutes >= 0 && minutes <= 1440) return take(minutes);
      write(problem, t("couponWrong"));
      return false;
    },
  });
}
