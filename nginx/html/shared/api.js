/** Gatehouse's URLs. Every answer is `{code, data, message}`. */

import { refusalText } from "./words.js";

const BASE = "/park/v1/";

/** No answer came: whether the request had an effect is not known. */
export class Lost extends Error {}

/** The server said no; `message` can be acted on. */
export class Refused extends Error {
  constructor({ code, message, data }, status) {
    super(refusalText(code, message));
    this.code = code;
    this.status = status;
    this.data = data;
  }
}

/** How far the server's clock is ahead of this machine's, in milliseconds, by its last answer. */
let ahead = 0;

/** The server's time in milliseconds since the epoch, to the second. */
export function serverNow() {
  return Date.now() + ahead;
}

/** Reads. `parameters` go into the query; nothing secret is among them. */
export function read(path, parameters = {}, timeout = 8000) {
  return request(`${BASE}${path}${query(parameters)}`, {}, timeout).then(envelope);
}

/** Presses: parameters travel in the body. */
export function send(path, parameters = {}, timeout = 8000) {
  const body = new URLSearchParams(present(parameters));
  return request(`${BASE}${path}`, { method: "POST", body }, timeout).then(envelope);
}

/**
 * Reads what changes seldom: `{tag, data}`, or null while the answer is the one that `tag` names.
 */
export async function readChanged(path, parameters, tag, timeout) {
  const headers = tag ? { "If-None-Match": tag } : {};
  const response = await request(`${BASE}${path}${query(parameters)}`, { headers }, timeout);
  if (response.status === 304) return null;
  return { data: await envelope(response), tag: response.headers.get("ETag") };
}

async function request(address, options, timeout) {
  let response;
  try {
    response = await fetch(address, {
      ...options, cache: "no-store", credentials: "same-origin", redirect: "error",
      signal: AbortSignal.timeout(timeout),
    });
  } catch {
    throw new Lost(address);
  }
  const date = Date.parse(response.headers.get("Date") ?? "");
  if (date) ahead = date - Date.now();
  return response;
}

async function envelope(response) {
  let body;
  try {
    body = await response.json();
  } catch {
    throw new Lost(response.url);
  }
  if (body.code === 0) return body.data;
  // The server's own trouble: what was asked may have been done.
  if (response.status >= 500) throw new Lost(response.url);
  throw new Refused(body, response.status);
}

function query(parameters) {
  const text = new URLSearchParams(present(parameters)).toString();
  return text && `?${text}`;
}

function present(parameters) {
  return Object.entries(parameters).filter(([, value]) => value != null && value !== "");
}
