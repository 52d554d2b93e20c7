/**
 * Asks again and again for all that a booth shows: every 2 s, at once after an act, and less and less
 * often while no answer comes.
 */

import { Lost, Refused, readChanged } from "/shared/api.js";

const EVERY = 2000;
const SLOW = 1000;
const TIMEOUT = 4000;
const LONGEST_PAUSE = 15000;

export class Poller {
  #boothID;
  #listeners;
  #timer;
  #tag;
  #view;
  #failures = 0;
  #isActive = true;
  #isAsking = false;
  #isClosed = false;
  #waiting = [];
  #lostAt;

  /**
   * `listeners` are `view(view)` when something changed, `line(state)` for what becomes of the
   * connection (`{name: live|slow|lost, since, next}`), and `ended()` when the session has.
   */
  constructor(boothID, listeners) {
    this.#boothID = boothID;
    this.#listeners = listeners;
  }

  open() {
    for (const event of ["pointerdown", "keydown"]) addEventListener(event, this.#noteActive);
    addEventListener("online", this.#again);
    addEventListener("offline", this.#offline);
    document.addEventListener("visibilitychange", this.#again);
    this.#again();
  }

  close() {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const event of ["pointerdown", "keydown"]) removeEventListener(event, this.#noteActive);
    removeEventListener("online", this.#again);
    removeEventListener("offline", this.#offline);
    document.removeEventListener("visibilitychange", this.#again);
  }

  /** Asks now; the view as it is after that, however long the network is away. */
  fresh() {
    const answer = new Promise((resolve) => this.#waiting.push({ resolve, asked: this.#isAsking }));
    this.#again();
    return answer;
  }

  #noteActive = () => { this.#isActive = true; };

  #again = () => {
    if (document.visibilityState === "hidden" && this.#view) return;
    clearTimeout(this.#timer);
    this.#ask();
  };

  #offline = () => {
    if (this.#failures === 0) this.#failed();
  };

  async #ask() {
    if (this.#isAsking || this.#isClosed) return;
    this.#isAsking = true;
    const began = performance.now();
    const slow = setTimeout(() => { if (this.#failures === 0) this.#listeners.line({ name: "slow" }); }, SLOW);
    try {
      const active = this.#isActive ? 1 : null;
      const parameters = { _id: this.#boothID, count: 10, active };
      const answer = await readChanged("sentrybox/poll", parameters, this.#tag, TIMEOUT);
      if (active) this.#isActive = false;
      if (this.#isClosed) return;
      this.#answered(answer);
    } catch (error) {
      if (this.#isClosed) return;
      if (error instanceof Refused && error.status === 401) return this.#listeners.ended();
      if (!(error instanceof Refused) && !(error instanceof Lost)) console.error(error);
      this.#failed();
    } finally {
      clearTimeout(slow);
      this.#isAsking = false;
      if (!this.#isClosed) this.#schedule(began);
    }
  }

  #answered(answer) {
    this.#failures = 0;
    this.#lostAt = null;
    this.#listeners.line({ name: "live" });
    if (answer) {
      this.#tag = answer.tag;
      this.#view = answer.data;
      this.#listeners.view(answer.data);
    }
    const ready = this.#waiting.filter((one) => !one.asked);
    this.#waiting = this.#waiting.filter((one) => one.asked);
    for (const one of this.#waiting) one.asked = false;
    for (const one of ready) one.resolve(this.#view);
  }

  #failed() {
    this.#failures += 1;
    this.#lostAt ??= Date.now();
    this.#listeners.line({ name: "lost", since: this.#lostAt, next: Date.now() + this.#pause() });
  }

  /** Doubles from 1 s, give or take a fifth, so that all booths do not come back in one moment. */
  #pause() {
    const pause = Math.min(LONGEST_PAUSE, 1000 * 2 ** Math.min(this.#failures - 1, 5));
    return pause * (0.8 + 0.4 * Math.random());
  }

  #schedule(began) {
    clearTimeout(this.#timer);
    const isWanted = this.#failures === 0 && this.#waiting.length > 0;
    const passed = performance.now() - began;
    const pause = this.#failures > 0 ? this.#pause() : isWanted ? 0 : Math.max(0, EVERY - passed);
    if (this.#failures > 0) {
      this.#listeners.line({ name: "lost", since: this.#lostAt, next: Date.now() + pause });
    }
    this.#timer = setTimeout(() => this.#ask(), pause);
  }
}
