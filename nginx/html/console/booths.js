/** The choice of a booth, which begins the shift. */

import { h, icon, mark } from "/shared/dom.js";
import { t } from "/shared/words.js";

/**
 * The page. `taken`, if given, is `{booth, message, accept}`: a booth where somebody else is on duty.
 */
export function boothsPage(person, booths, choose, signOut, taken) {
  const group = (direction, title) => {
    const own = booths.filter((booth) => booth.direction === direction);
    return own.length > 0 && h("section", { class: "booth-group" },
      h("h2", {}, icon(direction === "enter" ? "enter" : "exit"), title),
      h("div", { class: "booth-grid" }, own.map(card)));
  };
  const card = (booth) => {
    const button = h("button", {
      type: "button", class: `booth-card ${booth.direction}`, on: { click: () => choose(booth) },
    }, h("span", { class: "booth-name" }, booth.sentry_box_name), h("span", { class: "booth-id" }, booth._id));
    mark(button, "autofocus", booth === booths[0] && !taken);
    return button;
  };
  return h("main", { class: "lobby", tabindex: "-1" },
    h("header", { class: "lobby-head" },
      h("div", {}, h("h1", {}, person.park_name), h("p", {}, `${person.name}　${t("chooseBoothHint")}`)),
      h("button", { type: "button", class: "quiet", on: { click: signOut } }, t("signOut"))),
    taken && h("section", { class: "taken", role: "alert" },
      h("h2", {}, icon("warning"), t("takeOverTitle")),
      h("p", {}, t("takeOverText", { message: taken.message })),
      h("button", { type: "button", class: "primary", autofocus: true, on: { click: taken.accept } },
        `${t("takeOver")}：${taken.booth.sentry_box_name}`)),
    booths.length === 0 && h("p", { class: "empty" }, t("noBooths")),
    group("enter", t("entryBooth")), group("exit", t("exitBooth")));
}
