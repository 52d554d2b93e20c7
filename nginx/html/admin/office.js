/** The frame of the operator's pages: the park, the sections, what goes wrong. */

import { Lost, read, send } from "/shared/api.js";
import { h, mark, replace } from "/shared/dom.js";
import { notify } from "/shared/notices.js";
import { changeLanguage, t } from "/shared/words.js";
import { AuditSection } from "./audit.js";
import { DeviceSection } from "./devices.js";
import { OfferSection } from "./offers.js";
import { problemText } from "./problems.js";
import { ReviewSection } from "./reviews.js";
import { ShiftSection } from "./shifts.js";
import { TariffSection } from "./tariffs.js";
import { TodaySection } from "./today.js";
import { VehicleSection } from "./vehicles.js";

const SECTIONS = {
  today: TodaySection, shifts: ShiftSection, reviews: ReviewSection, vehicles: VehicleSection, tariffs: TariffSection, offers: OfferSection,
  devices: DeviceSection, audit: AuditSection,
};

export class Office {
  #person;
  #parks;
  #askToSignIn;
  #links = {};
  #place = h("div", { class: "section" });
  #choice;

  constructor(person, parks, askToSignIn) {
    this.#person = person;
    this.#parks = parks;
    this.#askToSignIn = askToSignIn;
    this.element = this.#build();
  }

  open() {
    addEventListener("hashchange", this.#show);
    this.#show();
  }

  get person() { return this.#person; }

  /** Reads a URL of the office for the chosen park; undefined when that failed, which is said. */
  read(path, parameters = {}) { return this.#tell(read(`office/${path}`, this.#with(parameters))); }

  /** Presses there. */
  send(path, parameters = {}) { return this.#tell(send(`office/${path}`, this.#with(parameters), 30000)); }

  #with(parameters) { return { park_sn: this.#choice.value, ...parameters }; }

  async #tell(answer) {
    try {
      return await answer;
    } catch (error) {
      if (error.code === 401) this.#leave(t("sessionEnded"));
      else notify(error instanceof Lost ? t("noServer") : problemText(error.message), "stop");
      return undefined;
    }
  }

  #build() {
    this.#choice = h("select", { id: "park", on: { change: this.#show } },
      this.#parks.map((park) => h("option", { value: park.park_sn }, `${park.park_name}（${park.park_sn}）`)));
    const links = Object.keys(SECTIONS).map((name) => {
      this.#links[name] = h("a", { href: `#/${name}` }, t(name));
      return h("li", {}, this.#links[name]);
    });
    return h("div", { class: "office" },
      h("header", { class: "office-head" },
        h("img", { src: "/shared/mark.svg", width: "36", height: "36", alt: "" }), h("h1", {}, t("productOffice")),
        h("label", { class: "unseen", for: "park" }, t("park")), this.#choice,
        h("span", { class: "who" }, this.#person.name),
        h("button", { type: "button", class: "quiet", lang: t("languageCode"), on: { click: () => changeLanguage(t("languageCode")) } }, t("language")),
        h("button", { type: "button", class: "quiet", on: { click: () => this.#signOut() } }, t("signOut"))),
      h("nav", { class: "office-nav", "aria-label": t("sections") }, h("ul", {}, links)),
      h("main", { tabindex: "-1" }, this.#parks.length > 0 ? this.#place : h("p", { class: "empty" }, t("noParks"))));
  }

  #show = () => {
    if (this.#parks.length === 0) return;
    const name = location.hash.replace(/^#\/?/, "");
    const chosen = SECTIONS[name] ? name : "today";
    for (const [key, link] of Object.entries(this.#links)) mark(link, "aria-current", key === chosen ? "page" : null);
    const section = new SECTIONS[chosen](this);
    replace(this.#place, section.element);
    section.open();
  };

  async #signOut() {
    await this.#tell(send("session/sign-out"));
    this.#leave();
  }

  #leave(hint) {
    removeEventListener("hashchange", this.#show);
    this.#askToSignIn(hint);
  }
}
