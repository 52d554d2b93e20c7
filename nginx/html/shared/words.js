/** Words in the two languages. Chinese unless somebody chose English on this machine. */

import { zh } from "./words.zh.js";
import { en } from "./words.en.js";

let words = zh;
let refusals = {};

/** The language of the page: zh or en. */
export function language() {
  return words === en ? "en" : "zh";
}

/** Chooses the language for this page. */
export function useLanguage(name) {
  words = name === "en" ? en : zh;
  refusals = words.refusals ?? {};
  document.documentElement.lang = name === "en" ? "en" : "zh-CN";
}

/** Adds a page's own words: `{zh, en}`. */
export function addWords(more) {
  Object.assign(zh, more.zh);
  const { refusals: own, ...rest } = more.en;
  Object.assign(en, rest);
  Object.assign(en.refusals, own);
}

/** Remembers a language on this machine, and begins anew with it. */
export function changeLanguage(name) {
  localStorage.setItem("gatehouse.language", name);
  location.reload();
}

useLanguage(localStorage.getItem("gatehouse.language"));

/** A phrase with its `{names}` filled in. */
export function t(key, values = {}) {
  const phrase = words[key] ?? zh[key] ?? key;
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** A refusal in the page's language; the server speaks Chinese. */
export function refusalText(code, message) {
  if (language() === "zh") return message;
  const detail = message.includes("：") ? ` (${message.slice(message.indexOf("：") + 1)})` : "";
  return refusals[code] ? refusals[code] + detail : message;
}
