/** Short notices in a corner, read out by screen readers, that move nothing. */

import { h, icon } from "./dom.js";

const NAMES = { ok: "check", stop: "warning", wait: "warning" };
const place = document.getElementById("notices");
const [polite, urgent] = ["polite", "assertive"].map((manner) => {
  const region = h("div", { class: "unseen", "aria-live": manner });
  document.body.append(region);
  return region;
});

/** Shows a notice for some seconds: `kind` is ok, wait or stop. */
export function notify(text, kind = "ok") {
  const notice = h("div", { class: `notice ${kind}` }, icon(NAMES[kind]), h("span", {}, text));
  place.append(notice);
  while (place.children.length > 3) place.firstElementChild.remove();
  setTimeout(() => notice.remove(), kind === "ok" ? 4000 : 8000);
  announce(text, kind !== "ok");
}

/** Reads out a text without showing it. */
export function announce(text, isUrgent = false) {
  const region = isUrgent ? urgent : polite;
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 50);
}
