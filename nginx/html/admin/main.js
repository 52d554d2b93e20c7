/** The operator's pages: sign-in, then the office. */

import { Refused, read } from "/shared/api.js";
import { useZone } from "/shared/clock.js";
import { replace } from "/shared/dom.js";
import { signInPage } from "/shared/sign-in.js";
import { t } from "/shared/words.js";
import "./words.js";
import { Office } from "./office.js";

const page = document.getElementById("page");

document.title = t("productOffice");
open();

async function open() {
  try {
    const person = await read("session/current");
    useZone(person.time_zone);
    const { parks } = await read("office/parks");
    const office = new Office(person, parks, askToSignIn);
    replace(page, office.element);
    office.open();
  } catch (error) {
    const hints = { 401: undefined, 403: t("notInCharge") };
    askToSignIn(error instanceof Refused ? hints[error.code] ?? undefined : t("noServer"));
  }
}

function askToSignIn(hint) {
  replace(page, signInPage({ title: t("productOffice"), hint: hint ?? "", done: open }));
  page.querySelector("[autofocus]").focus();
}
