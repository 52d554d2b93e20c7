/** Elements without HTML text: what comes from outside is only ever text. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with attributes and children. `on` holds listeners, `data` the dataset; a value that is
 * null or false is left out, true is an empty attribute. Children are nodes, texts or lists of them.
 */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same in SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value == null || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

/** Sets an element's text where it differs, so that nothing is announced or painted anew. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Replaces an element's children. */
export function replace(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child != null && child !== false));
}

/** Sets or removes an attribute where it differs. */
export function mark(element, name, value) {
  if (value == null || value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value === true ? "" : value);
}

const ICONS = {
  enter: "M10 17l5-5-5-5M15 12H3M14 3h5a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-5",
  exit: "M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4M16 17l5-5-5-5M21 12H9",
  sound: "M11 5 6 9H3v6h3l5 4zM15.5 8.5a5 5 0 0 1 0 7M18.5 5.5a9 9 0 0 1 0 13",
  silent: "M11 5 6 9H3v6h3l5 4zM16 9l6 6M22 9l-6 6",
  keyboard: "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M18 10h.01M7 14h10",
  camera: "M3 8h4l2-3h6l2 3h4v11H3zM12 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
  car: "M5 17H2v-4l3-1 2.5-5h8l3.5 5 3 1v4h-3M9 17h6M5 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0M15 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0M5 12h14",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0",
  warning: "M12 3 2 20h20zM12 10v4M12 17h.01",
  check: "M4 12l5 5L20 6",
  cross: "M5 5l14 14M19 5L5 19",
  back: "M20 12H5M11 6l-6 6 6 6",
  print: "M7 8V3h10v5M7 17H4v-7h16v7h-3M7 14h10v7H7z",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5",
};

/** A line icon, hidden from screen readers: a text stands beside it. */
export function icon(name, size = 20) {
  return svg("svg", {
    class: "icon", width: size, height: size, viewBox: "0 0 24 24", "aria-hidden": "true",
  }, svg("path", { d: ICONS[name] }));
}
