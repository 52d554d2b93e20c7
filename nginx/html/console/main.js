/** From the address to a page: sign-in, the choice of a booth, the desk. */

import { Lost, Refused, read, send } from "/shared/api.js";
import { useZone } from "/shared/clock.js";
import { replace } from "/shared/dom.js";
import { notify } from "/shared/notices.js";
import { signInPage } from "/shared/sign-in.js";
import { t } from "/shared/words.js";
import { boothsPage } from "./booths.js";
import { Desk } from "./desk.js";

const page = document.getElementById("page");
let desk = null;

document.title = t("product");
addEventListener("hashchange", open);
open();

/** Shows what the address and the session call for. */
async function open() {
  desk?.close();
  desk = null;
  let person;
  try {
    person = await read("session/current");
  } catch (error) {
    return error instanceof Refused ? askToSignIn() : askToSignIn(t("noServer"));
  }
  useZone(person.time_zone);
  const boothID = decodeURIComponent(location.hash.replace(/^#\/?/, ""));
  const booth = boothID && (await booths()).find((one) => one._id === boothID);
  if (booth) return begin(person, booth);
  show(boothsPage(person, await booths(), choose, signOut));
}

async function booths() {
  const { enter_list: enter, exit_list: exit } = await read("sentrybox/enterexitlist");
  return [
    ...enter.map((booth) => ({ ...booth, direction: "enter" })),
    ...exit.map((booth) => ({ ...booth, direction: "exit" })),
  ];
}

function show(element) {
  replace(page, element);
  (element.querySelector("[autofocus]") ?? element.querySelector("h1, main"))?.focus();
}

function askToSignIn(hint) {
  show(signInPage({ title: t("product"), hint: hint ?? t("signInHint"), done: open }));
}

function choose(booth) {
  location.hash = `/${encodeURIComponent(booth._id)}`;
}

/** Goes on duty at the booth, which begins the shift or finds it begun. */
async function begin(person, booth, takeOver) {
  try {
    await send("sentrybox/duty/begin", { _id: booth._id, take_over: takeOver });
  } catch (error) {
    if (error instanceof Refused && error.code === 2302) {
      return show(boothsPage(person, await booths(), choose, signOut, {
        booth, message: error.message, accept: () => begin(person, booth, 1),
      }));
    }
    if (error instanceof Lost) return setTimeout(() => begin(person, booth, takeOver), 2000);
    notify(error.message, "stop");
    location.hash = "";
    return;
  }
  desk = new Desk(person, booth, {
    signOut, ended: () => askToSignIn(t("sessionEnded")), displaced: open,
  });
  show(desk.element);
  desk.open();
}

/** Ends the session; the booth stays in the address for whoever comes next. */
async function signOut(hint) {
  desk?.close();
  desk = null;
  try {
    await send("session/sign-out");
  } catch (error) {
    if (!(error instanceof Lost)) throw error;
  }
  askToSignIn(typeof hint === "string" ? hint : undefined);
}
