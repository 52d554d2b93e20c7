/**
 * Small charts, drawn as SVG with a table of the same figures for those who do not see them.
 */

import { h, svg } from "/shared/dom.js";

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [560, 200, 44, 24, 12];

/** Bars: `values` with `labels` under some of them; `tell(index)` says one in words. */
export function bars(title, values, labels, tell, format = String) {
  const top = niceTop(Math.max(...values, 1));
  const step = (WIDTH - LEFT) / values.length;
  return chart(title, top, format, values, labels, tell, values.map((value, index) => {
    const height = (HEIGHT - BOTTOM - TOP) * value / top;
    return svg("rect", {
      class: "bar", x: LEFT + index * step + step * 0.14, y: HEIGHT - BOTTOM - height, width: step * 0.72, height, rx: Math.min(3, height),
    }, svg("title", {}, tell(index)));
  }), (index) => LEFT + (index + 0.5) * step);
}

/** A line over a filled ground; `span` is how many values a whole width has. */
export function line(title, values, labels, tell, { span = values.length, limit = 0, stepped = false, format = String } = {}) {
  const top = niceTop(Math.max(...values, limit, 1));
  const step = (WIDTH - LEFT) / Math.max(1, span - 1);
  const x = (index) => LEFT + index * step;
  const y = (value) => HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top;
  const path = values.map((value, index) => index === 0 ? `M${x(0)} ${y(value)}`
    : stepped ? `H${x(index)}V${y(value)}` : `L${x(index)} ${y(value)}`).join("");
  const base = HEIGHT - BOTTOM;
  return chart(title, top, format, values, labels, tell, values.length === 0 ? [] : [
    svg("path", { class: "ground", d: `${path}L${x(values.length - 1)} ${base}L${x(0)} ${base}Z` }),
    limit > 0 && svg("path", { class: "limit", d: `M${LEFT} ${y(limit)}H${WIDTH}` }),
    svg("path", { class: "curve", d: path }),
  ], x);
}

function chart(title, top, format, values, labels, tell, shapes, x) {
  const lines = [0, 0.5, 1].map((share) => {
    const y = HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share;
    return [svg("path", { class: "grid", d: `M${LEFT} ${y}H${WIDTH}` }),
      svg("text", { class: "axis", x: LEFT - 8, y: y + 4, "text-anchor": "end" }, format(top * share))];
  });
  const names = labels.map(([index, text]) => svg("text", { class: "axis", x: x(index), y: HEIGHT - 6, "text-anchor": "middle" }, text));
  return h("figure", { class: "chart card" }, h("figcaption", {}, title),
    svg("svg", { viewBox: `0 0 ${WIDTH + 12} ${HEIGHT}`, "aria-hidden": "true" }, lines, shapes, names),
    h("ul", { class: "unseen" }, values.map((_, index) => h("li", {}, tell(index)))));
}

/** The least round number that is not below. */
function niceTop(value) {
  const size = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 10].map((n) => n * size).find((n) => n >= value);
}
