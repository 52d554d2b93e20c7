/**
 * Presses. When the answer to one is lost, nobody knows whether it was carried out: what the booth
 * shows next says so, and only what was not carried out is sent again. The server has one effect for
 * the same press in any case.
 */

import { Lost, Refused, send } from "/shared/api.js";
import { t } from "/shared/words.js";

export class Presses {
  #boothID;
  #poller;
  #running = new Set();
  #changed;

  /** `changed` is called when a press begins or ends. */
  constructor(boothID, poller, changed) {
    this.#boothID = boothID;
    this.#poller = poller;
    this.#changed = changed;
  }

  /** What runs: null, "working" or "checking" (the answer was lost). */
  state = null;

  /**
   * Sends a press and returns its data; null if it was found done. `outcome(view)` tells from what the
   * booth shows whether it was carried out: "done", "open" (send it again) or "gone" (neither).
   * @throws Refused
   */
  async run(path, fields, outcome = () => "open") {
    const name = `${path} ${JSON.stringify(fields)}`;
    if (this.#running.has(name)) return undefined;
    this.#running.add(name);
    this.#set("working");
    try {
      return await this.#settle(path, fields, outcome);
    } finally {
      this.#running.delete(name);
      if (this.#running.size === 0) this.#set(null);
      // What it changed is shown at once, not in 2 s.
      this.#poller.fresh();
    }
  }

  async #settle(path, fields, outcome) {
    for (;;) {
      try {
        return await send(`sentrybox/${path}`, { _id: this.#boothID, ...fields });
      } catch (error) {
        if (!(error instanceof Lost)) throw error;
      }
      this.#set("checking");
      const found = outcome(await this.#poller.fresh());
      if (found === "done") return null;
      if (found === "gone") throw new Refused({ code: -1, message: t("alreadySettled") }, 200);
    }
  }

  #set(state) {
    if (this.state === state) return;
    this.state = state;
    this.#changed(state);
  }
}
