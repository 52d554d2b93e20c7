/** The desk: head line, tabs, and what the booth shows, kept up to date by one poll. */

import { ago, now, short } from "/shared/clock.js";
import { h, icon, mark, replace, write } from "/shared/dom.js";
import { Keys } from "/shared/keys.js";
import { announce, notify } from "/shared/notices.js";
import { isSilent, setSilent, sound, wakeSound } from "/shared/sound.js";
import { changeLanguage, t } from "/shared/words.js";
import { EntryBooth } from "./entry.js";
import { ExitBooth } from "./exit.js";
import { Poller } from "./poller.js";
import { Presses } from "./presses.js";
import { ReviewTab } from "./review.js";
import { ShiftTab } from "./shift.js";

const RESTING = 400;

export class Desk {
  #person;
  #booth;
  #leave;
  #poller;
  #presses;
  #tabs;
  #tab = "gate";
  #keys;
  #line = { name: "live" };
  #alerted = "";
  #changedAt = 0;
  #clock;
  #parts = {};

  /** `leave` is `{signOut, ended, displaced}`: what to do when the person goes, or has to. */
  constructor(person, booth, leave) {
    this.#person = person;
    this.#booth = booth;
    this.#leave = leave;
    this.#poller = new Poller(booth._id, {
      view: (view) => this.#show(view), line: (line) => this.#showLine(line), ended: leave.ended,
    });
    this.#presses = new Presses(booth._id, this.#poller, (state) => this.#showWork(state));
    const gate = booth.direction === "enter" ? new EntryBooth(this) : new ExitBooth(this);
    this.#tabs = { gate, review: new ReviewTab(this), shift: new ShiftTab(this) };
    this.#keys = new Keys([
      ...gate.bindings.map((one) => ({ ...one, when: () => this.#tab === "gate" && (one.when?.() ?? true) })),
      { key: "1", run: () => this.showTab("gate") },
      { key: "2", run: () => this.showTab("review") },
      { key: "3", shown: ["1", "2", "3"], text: t("keyTabs"), run: () => this.showTab("shift") },
      { key: "s", text: t("keySound"), run: () => this.#toggleSound() },
      { key: "?", text: t("keyHelp"), run: () => this.#keys.help() },
      { key: "Escape", shown: ["Esc"], text: t("keyClose"), run: () => {}, when: () => false },
    ]);
    this.element = this.#build();
  }

  open() {
    this.#poller.open();
    this.#keys.open();
    addEventListener("pointerdown", wakeSound);
    addEventListener("keydown", wakeSound);
    this.#clock = setInterval(() => this.#tick(), 1000);
    this.#tick();
    this.showTab("gate");
  }

  close() {
    this.#poller.close();
    this.#keys.close();
    removeEventListener("pointerdown", wakeSound);
    removeEventListener("keydown", wakeSound);
    clearInterval(this.#clock);
    document.title = t("product");
  }

  get person() { return this.#person; }

  get booth() { return this.#booth; }

  get view() { return this.#parts.view; }

  /** Asks for the newest view. */
  fresh() { return this.#poller.fresh(); }

  signOut(hint) { return this.#leave.signOut(hint); }

  /** The shown vehicle has just become another one: a hand on its way meant the one before. */
  noteChange() { this.#changedAt = performance.now(); }

  /**
   * A press about the shown vehicle. Its data; undefined if it was refused, which is said, or not sent.
   */
  async press(path, fields, outcome, { anytime = false } = {}) {
    if (!anytime && performance.now() - this.#changedAt < RESTING) {
      notify(t("changedUnderHand"), "wait");
      return undefined;
    }
    try {
      return await this.#presses.run(path, fields, outcome);
    } catch (error) {
      if (error.code === 401) this.#leave.ended();
      else notify(error.message, "stop");
      return undefined;
    }
  }

  showTab(name) {
    this.#tab = name;
    for (const [key, tab] of Object.entries(this.#tabs)) {
      tab.element.hidden = key !== name;
      mark(this.#parts.tabs[key], "aria-current", key === name ? "page" : null);
    }
    this.#tabs[name].shown?.();
  }

  /** Says once that a vehicle waits: by sound, in the window's title and to screen readers. */
  alert(key, tone, text) {
    document.title = text ? `● ${text}` : `${this.#booth.sentry_box_name} — ${t("product")}`;
    if (this.#alerted === key) return;
    this.#alerted = key;
    if (!key) return;
    sound(tone);
    announce(text, true);
  }

  #build() {
    const parts = this.#parts;
    const tab = (key, shortcut) => h("button", {
      type: "button", class: "tab", "aria-keyshortcuts": shortcut, on: { click: () => this.showTab(key) },
    }, t({ gate: "tabGate", review: "tabReview", shift: "tabShift" }[key]));
    parts.tabs = { gate: tab("gate", "1"), review: tab("review", "2"), shift: tab("shift", "3") };
    parts.reviews = h("span", { class: "count-badge", hidden: true });
    parts.tabs.review.append(parts.reviews);
    parts.remaining = h("strong", {});
    parts.temporary = h("strong", {});
    parts.line = h("span", { class: "line-word" });
    parts.lamp = h("span", { class: "line", role: "status", data: { state: "live" } }, h("i", { class: "lamp" }), parts.line);
    parts.clock = h("time", { class: "clock" });
    parts.lostText = h("span", {});
    parts.lost = h("div", { class: "lost", hidden: true, role: "alert" }, icon("warning"), parts.lostText,
      h("button", { type: "button", on: { click: () => this.#poller.fresh() } }, t("retryNow")));
    parts.sound = h("button", { type: "button", class: "quiet square", on: { click: () => this.#toggleSound() } });
    parts.work = h("div", { class: "work", role: "status" });
    this.#showSound();
    return h("div", { class: "desk" },
      h("header", { class: "head" },
        h("div", { class: "where" },
          h("button", {
            type: "button", class: "quiet square", "aria-label": t("changeBooth"), title: t("changeBooth"),
            on: { click: () => { location.hash = ""; } },
          }, icon("back")),
          h("h1", { tabindex: "-1" }, h("span", { class: `way ${this.#booth.direction}` },
            icon(this.#booth.direction === "enter" ? "enter" : "exit", 18)),
            h("span", { class: "booth-title", title: this.#booth.sentry_box_name }, this.#booth.sentry_box_name)),
          h("span", { class: "park-name" }, this.#person.park_name)),
        h("nav", { class: "tabs", "aria-label": t("product") }, Object.values(parts.tabs)),
        h("dl", { class: "figures" },
          h("div", {}, h("dt", {}, t("remaining")), h("dd", {}, parts.remaining)),
          h("div", {}, h("dt", {}, t("temporaryInside")), h("dd", {}, parts.temporary))),
        h("div", { class: "tools" }, parts.lamp, parts.clock, parts.sound,
          h("button", {
            type: "button", class: "quiet square", "aria-label": t("keys"), title: `${t("keys")} (?)`,
            on: { click: () => this.#keys.help() },
          }, icon("keyboard")),
          h("button", {
            type: "button", class: "quiet", lang: t("languageCode"), on: { click: () => changeLanguage(t("languageCode")) },
          }, t("language")),
          h("button", { type: "button", class: "quiet", on: { click: () => this.signOut() } }, t("signOut")))),
      parts.lost, parts.work,
      h("main", { tabindex: "-1" }, Object.values(this.#tabs).map((one) => one.element)));
  }

  #show(view) {
    // Somebody else took the booth, or the session is gone: what is pressed now would not be this person's.
    if (view.duty.is_own === 0 && !document.querySelector("dialog[open]")) return this.#leave.displaced();
    this.#parts.view = view;
    write(this.#parts.remaining, `${view.park.remain_car_port} / ${view.park.total_car_port}`);
    mark(this.#parts.remaining, "data-full", view.park.remain_car_port === 0);
    write(this.#parts.temporary, String(view.park.temp_car_total));
    write(this.#parts.reviews, view.review_number < 100 ? String(view.review_number) : "99+");
    this.#parts.reviews.hidden = view.review_number === 0;
    for (const tab of Object.values(this.#tabs)) tab.update(view);
  }

  #tick() {
    write(this.#parts.clock, now().slice(11));
    for (const element of this.element.querySelectorAll("time[data-ago]")) {
      write(element, ago(element.dataset.ago));
      element.title = short(element.dataset.ago);
    }
    if (this.#line.name === "lost") this.#showLost();
    this.#tabs[this.#tab].tick?.();
  }

  #showLine(line) {
    const before = this.#line.name;
    this.#line = line;
    mark(this.#parts.lamp, "data-state", line.name);
    write(this.#parts.line, t(line.name));
    this.#parts.lost.hidden = line.name !== "lost";
    mark(this.element, "data-line", line.name);
    if (line.name === "lost") {
      if (before !== "lost") sound("lost");
      this.#showLost();
    } else if (before === "lost" && line.name === "live") notify(t("backOnline"));
  }

  #showLost() {
    const passed = Math.max(0, Math.round((Date.now() - this.#line.since) / 1000));
    const left = Math.ceil((this.#line.next - Date.now()) / 1000);
    write(this.#parts.lostText, t("lostText", {
      time: passed < 60 ? `${passed} s` : `${Math.floor(passed / 60)} min`,
      next: left > 0 ? t("retryIn", { n: left }) : t("retrying"),
    }));
  }

  #showWork(state) {
    mark(this.element, "data-work", state);
    write(this.#parts.work, state ? t(state) : "");
  }

  #toggleSound() {
    setSilent(!isSilent());
    this.#showSound();
    announce(t(isSilent() ? "soundOff" : "soundOn"));
  }

  #showSound() {
    const text = t(isSilent() ? "soundOff" : "soundOn");
    replace(this.#parts.sound, icon(isSilent() ? "silent" : "sound"));
    mark(this.#parts.sound, "aria-label", text);
    mark(this.#parts.sound, "title", `${text} (S)`);
  }
}
