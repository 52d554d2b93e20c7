/** A frame of fixed size for a picture that may be absent, late or broken. */

import { h, icon, write } from "/shared/dom.js";
import { t } from "/shared/words.js";

export function pictureFrame(title) {
  const image = h("img", { hidden: true, alt: "", decoding: "async" });
  const word = h("span", {}, t("noPicture"));
  const nothing = h("span", { class: "no-picture" }, icon("camera", 36), word);
  let shown = "";
  image.addEventListener("load", () => { image.hidden = false; nothing.hidden = true; });
  image.addEventListener("error", () => { image.hidden = true; nothing.hidden = false; });
  const element = h("figure", { class: "picture" }, image, nothing, title && h("figcaption", {}, title));
  return {
    element,
    show(address, text) {
      if (address === shown) return;
      shown = address;
      image.hidden = true;
      nothing.hidden = false;
      image.alt = text;
      write(word, t("noPicture"));
      if (address) image.src = address;
      else image.removeAttribute("src");
    },
  };
}
