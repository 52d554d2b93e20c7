/** The slip of a handover, for the screen and for paper. */

import { openDialog } from "/shared/dialog.js";
import { h } from "/shared/dom.js";
import { yuan } from "/shared/money.js";
import { t } from "/shared/words.js";

/** Shows a shift's slip; `isLast` is that of the shift just ended, after which the next person signs in. */
export function showSlip(desk, shift, { isLast = false } = {}) {
  const difference = shift.difference_amount;
  const word = t(difference < 0 ? "short" : difference > 0 ? "over" : "even");
  const line = (name, value, look = "") => h("div", { class: look }, h("dt", {}, t(name)), h("dd", {}, value));
  const money = (name, amount, look) => line(name, yuan(amount), look);
  const finish = () => desk.signOut(t("handedOverHint"));
  openDialog({
    title: t("slip"), name: "slip",
    body: [h("article", { class: "slip" },
      h("h3", {}, desk.person.park_name), h("p", {}, `${desk.booth.sentry_box_name}　${t("slip")}`),
      h("dl", {}, line("slipShift", shift.shift_id), line("onDuty", shift.operator), line("beganAt", shift.began_at), line("endedAt", shift.ended_at)),
      h("dl", { class: "count", data: { tone: difference === 0 ? "ok" : "stop" } }, money("expected", shift.expected_amount), money("counted", shift.counted_amount),
        line("difference", `${difference > 0 ? "+" : ""}${yuan(difference)}　${word}`, "strong")),
      h("dl", {}, line("vehicleNumber", shift.vehicle_number), line("freeNumber", shift.free_number),
        line("manualNumber", shift.manual_through_number), line("couponNumber", shift.coupon_number), money("couponSum", shift.coupon_amount)),
      h("dl", {}, money("cash", shift.cash_amount), money("wechat", shift.wechat_amount), money("alipay", shift.alipay_amount),
        money("other", shift.other_amount), money("takings", shift.total_amount, "strong")),
      shift.note && h("p", { class: "slip-note" }, `${t("note")}：${shift.note}`),
      h("p", { class: "hint" }, `${t("handedAt")} ${shift.handed_at}`), h("p", { class: "signatures" }, t("signatures")))],
    actions: [
      h("button", { type: "button", on: { click: () => print() } }, t("print")),
      isLast && h("button", { type: "submit", class: "primary large" }, t("finish")),
    ],
    submit: () => true,
    closed: isLast ? finish : undefined,
  });
}
