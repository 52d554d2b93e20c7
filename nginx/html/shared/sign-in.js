/** Signing in by name and password. */

import { Refused, send } from "./api.js";
import { h, write } from "./dom.js";
import { wakeSound } from "./sound.js";
import { changeLanguage, t } from "./words.js";

/** The page; `done` is called when somebody has signed in. */
export function signInPage({ title, hint, done }) {
  const problem = h("p", { class: "problem", role: "alert", id: "sign-in-problem" });
  const login = h("input", {
    id: "login", name: "login", autocomplete: "username", autocapitalize: "none", spellcheck: "false",
    required: true, autofocus: true, maxlength: "64", "aria-describedby": "sign-in-problem",
  });
  const password = h("input", {
    id: "password", name: "password", type: "password", autocomplete: "current-password", required: true,
    maxlength: "256", "aria-describedby": "sign-in-problem",
  });
  const shown = h("input", {
    type: "checkbox", id: "shown", on: { change: () => { password.type = shown.checked ? "text" : "password"; } },
  });
  const button = h("button", { class: "primary large", type: "submit" }, t("signIn"));
  const form = h("form", { class: "sign-in", novalidate: true },
    h("div", { class: "brand" }, h("img", { src: "/shared/mark.svg", width: "56", height: "56", alt: "" }),
      h("div", {}, h("h1", {}, title), h("p", {}, "Gatehouse"))),
    h("p", { class: "hint" }, hint),
    h("label", { for: "login" }, t("login")), login,
    h("label", { for: "password" }, t("password")), password,
    h("label", { class: "check", for: "shown" }, shown, t("showPassword")),
    problem, button,
    h("button", {
      type: "button", class: "quiet", lang: t("languageCode"), on: { click: () => changeLanguage(t("languageCode")) },
    }, t("language")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    wakeSound();
    const missing = [login, password].find((field) => field.value === "");
    if (missing) return missing.focus();
    button.disabled = true;
    write(problem, "");
    try {
      await send("session/sign-in", { login: login.value, password: password.value });
      done();
    } catch (error) {
      write(problem, error instanceof Refused ? error.message : t("noServer"));
      password.select();
      password.focus();
    } finally {
      button.disabled = false;
    }
  });
  return h("main", { class: "gate", tabindex: "-1" }, form);
}
