/** Giving money back: a supervisor takes a payment of this booth back, with a reason. */

import { read } from "/shared/api.js";
import { short } from "/shared/clock.js";
import { openDialog } from "/shared/dialog.js";
import { h, replace, write } from "/shared/dom.js";
import { yuan } from "/shared/money.js";
import { notify } from "/shared/notices.js";
import { normalised, plateChip } from "/shared/plate.js";
import { t } from "/shared/words.js";

/** How many of the newest exits are looked through. */
const LOOKED_AT = 100;

/** Opens the dialog for the payments of the desk's booth. */
export async function reversePayment(desk) {
  const isInCharge = desk.person.role !== "attendant";
  const list = h("div", { class: "payments", role: "radiogroup", "aria-label": t("reverse") });
  const look = h("input", { id: "payment-search", maxlength: "16", autocomplete: "off", lang: "zh-CN", on: { input: () => draw() } });
  const reason = h("input", { id: "reverse-reason", maxlength: "200", autocomplete: "off", "aria-describedby": "reverse-problem" });
  const problem = h("p", { class: "problem", id: "reverse-problem", role: "alert" });
  let payments = [];
  const draw = () => {
    const wanted = normalised(look.value);
    const shown = payments.filter((one) => one.license.includes(wanted));
    replace(list, shown.length > 0 ? shown.map(line) : h("p", { class: "empty" }, t("noPayments")));
  };
  openDialog({
    title: t("reverse"), name: "reverse",
    body: [h("p", { class: "hint" }, t(isInCharge ? "reverseText" : "needsSupervisor")),
      h("label", { for: "payment-search" }, t("lookFor")), look, list, h("label", { for: "reverse-reason" }, t("reverseReason")), reason, problem],
    actions: [h("button", { type: "submit", class: "danger large", disabled: !isInCharge }, t("reverse"))],
    submit: () => {
      const chosen = payments.find((one) => one.car_park_records_id === list.querySelector("input:checked")?.value);
      if (!chosen || !reason.value.trim()) {
        write(problem, t(chosen ? "reverseNoReason" : "reverseNoPayment"));
        return false;
      }
      return giveBack(desk, chosen, reason.value.trim());
    },
  });
  try {
    const view = await read("sentrybox/poll", { _id: desk.booth._id, count: LOOKED_AT });
    payments = view.exit_records.filter((one) => one.state === "left" && one.pay_status === 1);
    draw();
  } catch (error) {
    write(problem, error.message || t("noServer"));
  }
}

/** What was taken, in fen: `paid 700 200 cash` is a fee of 700 with 200 off. */
function taken({ release }) {
  const [, total, coupon] = release.split(" ");
  return Number(total) - Number(coupon);
}

function line(one, index) {
  const method = one.release.split(" ")[3];
  return h("label", { class: "choice payment" },
    h("input", { type: "radio", name: "payment", value: one.car_park_records_id, checked: index === 0 }),
    plateChip(one.license), h("span", {}, short(one.leave_time)), h("strong", {}, `¥${yuan(taken(one))}`), h("span", { class: "hint" }, t(method)));
}

async function giveBack(desk, one, reason) {
  const fields = { car_park_records_id: one.car_park_records_id, reason };
  const done = await desk.press("payment/reverse", fields, (view) => {
    const record = view.exit_records.find((other) => other.car_park_records_id === one.car_park_records_id);
    return record?.pay_status === 0 ? "done" : "open";
  }, { anytime: true });
  if (done !== undefined) notify(t("reverseDone", { plate: one.license, amount: yuan(taken(one)) }));
  return done !== undefined;
}
