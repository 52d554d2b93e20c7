/** Importing a sheet of vehicles: read here, previewed by the server, then imported whole. */

import { openDialog } from "/shared/dialog.js";
import { h, replace, write } from "/shared/dom.js";
import { notify } from "/shared/notices.js";
import { t } from "/shared/words.js";
import { problemText } from "./problems.js";

const TEMPLATE = "\ufeffplate,category,valid_from,valid_until,note\r\n苏E12345,monthly,2026-01-01,2026-12-31,张先生\r\n";
const LARGEST = 1_000_000;

/** Opens the dialog; `done` is called after an import. */
export function importSheet(office, done) {
  const file = h("input", { type: "file", id: "sheet", accept: ".csv,text/csv", data: { first: "" } });
  const verdict = h("p", { class: "sheet-verdict", role: "status" });
  const problems = h("div", { class: "scroll sheet-problems", tabindex: "0", role: "region", "aria-label": t("problem") });
  const button = h("button", { type: "submit", class: "primary large", disabled: true }, t("importNow"));
  const address = URL.createObjectURL(new Blob([TEMPLATE], { type: "text/csv" }));
  let text = "";
  // The same file chosen again, after it was mended, is read again.
  file.addEventListener("click", () => { file.value = ""; });
  file.addEventListener("change", async () => {
    button.disabled = true;
    replace(problems);
    text = file.files[0] ? await textOf(file.files[0]) : "";
    if (text.length > LARGEST) return write(verdict, t("tooLarge"));
    const preview = text && await office.send("vehicles/import", { sheet: text, preview: 1 });
    if (!preview) return;
    write(verdict, preview.problem_number > 0 ? t("problemsFound", { n: preview.problem_number }) : t("previewResult", preview));
    verdict.dataset.tone = preview.problem_number > 0 ? "stop" : "ok";
    button.disabled = preview.problem_number > 0 || preview.added + preview.changed === 0;
    if (preview.problem_number > 0) replace(problems, table(preview.problems));
  });
  openDialog({
    title: t("importTitle"), name: "import", wide: true, closed: () => URL.revokeObjectURL(address),
    body: [h("p", { class: "hint" }, t("importText")), h("p", {}, h("a", { href: address, download: "vehicles.csv" }, t("template"))),
      h("label", { for: "sheet" }, t("chooseFile")), file, verdict, problems],
    actions: [button],
    submit: async () => {
      const report = await office.send("vehicles/import", { sheet: text, preview: 0 });
      if (!report || report.problem_number > 0) return false;
      notify(t("imported", report));
      done();
      return true;
    },
  });
}

function table(problems) {
  return h("table", {}, h("thead", {}, h("tr", {}, ["line", "column", "problem"].map((name) => h("th", { scope: "col" }, t(name))))),
    h("tbody", {}, problems.map((one) => h("tr", {}, h("td", { class: "number" }, String(one.line)),
      h("td", {}, ["plate", "category", "valid_from", "valid_until", "note"].includes(one.column) ? t(`column_${one.column}`) : one.column),
      h("td", { title: one.message }, problemText(one.message))))));
}

/** A file's text: UTF-8, or what spreadsheets in China save as CSV. */
async function textOf(file) {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
