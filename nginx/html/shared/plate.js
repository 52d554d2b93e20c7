/** Number plates: how they look, and what an attendant may type (docs/plates.md). */

import { h, mark, replace } from "./dom.js";
import { t } from "./words.js";

export const PROVINCES = [..."京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"];
/** Never issued: I and O. */
export const LETTERS = [..."ABCDEFGHJKLMNPQRSTUVWXYZ"];
export const DIGITS = [..."1234567890"];
export const ENDINGS = [..."学警挂港澳领使临"];

const P = `[${PROVINCES.join("")}]`;
const A = "[A-HJ-NP-Z]";
const S = "[A-HJ-NP-Z0-9]";

/** The layouts, with the look of each; the first that fits wins. */
const LAYOUTS = [
  ["green", `${P}${A}[A-HJ-K]${S}\\d{4}`], ["green", `${P}${A}\\d{5}[A-HJ-K]`],
  ["black", `粤Z${S}{4}[港澳]`], ["blue", `${P}${A}${S}{5}`], ["yellow", `${P}${A}${S}{4}[挂学]`],
  ["white", `${P}${A}${S}{4}警`], ["white", `${P}${A}${S}{4}[试超]`],
  ["black", `${P}\\d{5}领`], ["black", `${P}${A}${S}{4}领`], ["black", "\\d{6}使"],
  ["white", `WJ${P}?\\d{4}[0-9TDSHBXJ]`],
  ["white", "[QVKHBSLJNGCEZ][ABCDEFJKLMNPRSTVY]\\d{5}"], ["white", `民航${S}{5}`],
  ["white", `${P}[XS]${S}{4}应急`], ["white", `${P}${A}${S}{4,6}临`],
].map(([look, pattern]) => [look, new RegExp(`^${pattern}$`, "u")]);

/** Typed text as the server will read it: no spaces or dots, capital letters. */
export function normalised(text) {
  return text.normalize("NFKC").replace(/[\s.·•\-_/|:]/gu, "").toUpperCase();
}

/** What is wrong with a typed plate, as `{ok, text}`; the server decides again. */
export function judge(text) {
  const plate = normalised(text);
  if (plate === "") return { ok: false, text: t("plateEmpty") };
  if (LAYOUTS.some(([, pattern]) => pattern.test(plate))) {
    return { ok: true, text: look(plate) === "green" ? t("plateGreen") : t("plateGood") };
  }
  if (/[IO]/.test([...plate].slice(1).join(""))) return { ok: false, text: t("plateIO") };
  if (/^[A-Z0-9]/.test(plate)) return { ok: false, text: t("plateProvince") };
  const missing = 7 - [...plate].length;
  return { ok: false, text: missing > 0 ? t("plateMissing", { n: missing }) : t("plateWrong") };
}

function look(plate) {
  return LAYOUTS.find(([, pattern]) => pattern.test(plate))?.[0] ?? "plain";
}

/** A plate drawn like one; `size` is small, medium or large. */
export function plateChip(plate, size = "small") {
  const chip = h("span", { class: `plate ${size}` });
  showPlate(chip, plate);
  return chip;
}

/** Changes what such a plate shows. */
export function showPlate(chip, plate) {
  if (chip.dataset.plate === plate) return;
  chip.dataset.plate = plate;
  mark(chip, "data-look", plate ? look(plate) : "none");
  const scalars = [...plate];
  replace(chip, plate
    ? [h("span", { class: "plate-office" }, scalars.slice(0, 2).join("")), scalars.slice(2).join("")]
    : t("noPlate"));
}
