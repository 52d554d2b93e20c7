/** Money is a whole number of fen, and never passes through a fraction. */

/** `1250` as `12.50`. */
export function yuan(fen) {
  const cents = String(Math.abs(fen) % 100).padStart(2, "0");
  const whole = Math.floor(Math.abs(fen) / 100).toString().replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "−" : ""}${whole}.${cents}`;
}

/** `12.5`, `¥12.50` or `12` as fen; null for what is no amount. */
export function fen(text) {
  const match = /^¥?(\d{1,7})(?:\.(\d{0,2}))?$/.exec(text.trim().replaceAll(",", "").replace("￥", "¥"));
  return match && Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}
