/**
 * Times as the park's clocks show them. The server sends them as texts of those clocks; here they are
 * compared as such, so that a terminal in another zone shows the same.
 */

import { serverNow } from "./api.js";
import { t } from "./words.js";

let zone = "Asia/Shanghai";
let format = formatter(zone);

function formatter(timeZone) {
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone, year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit", second: "2-digit",
  });
}

/** Sets the park's zone. */
export function useZone(timeZone) {
  zone = timeZone;
  format = formatter(timeZone);
}

/** Now, `YYYY-MM-DD HH:MM:SS`. */
export function now() {
  return format.format(serverNow());
}

/** Seconds from one such text to another, or to now. */
export function seconds(from, to = now()) {
  return Math.round((Date.parse(`${to.replace(" ", "T")}Z`) - Date.parse(`${from.replace(" ", "T")}Z`)) / 1000);
}

/** `09:31:05` on the same day, else `11-21 09:31`. */
export function short(time) {
  if (!time) return "—";
  return time.slice(0, 10) === now().slice(0, 10) ? time.slice(11) : time.slice(5, 16);
}

/** `3分钟前` */
export function ago(time) {
  if (!time) return "";
  const passed = seconds(time);
  if (passed < 10) return t("justNow");
  if (passed < 60) return t("secondsAgo", { n: passed });
  if (passed < 3600) return t("minutesAgo", { n: Math.floor(passed / 60) });
  return t("ago", { time: duration(Math.floor(passed / 60)) });
}

/** `1小时7分钟` */
export function duration(minutes) {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  return [[days, "d"], [hours, "h"], [rest, "min"]]
    .filter(([n], index) => n > 0 || (index === 2 && minutes < 1)).map(([n, unit]) => t(unit, { n })).join(t("unitGap"));
}
