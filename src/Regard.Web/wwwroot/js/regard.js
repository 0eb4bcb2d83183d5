// Comforts only: every page works without this file.
document.addEventListener("click", event => {
  const copy = event.target.closest("[data-copy]");
  if (copy) {
    navigator.clipboard.writeText(copy.dataset.copy).then(() => { copy.dataset.copied = "yes"; copy.querySelector("[data-done]")?.removeAttribute("hidden"); });
  }
  const print = event.target.closest("[data-print]");
  if (print) window.print();
});
document.addEventListener("submit", event => {
  const words = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (words && !window.confirm(words)) { event.preventDefault(); event.stopPropagation(); }
}, true);
document.addEventListener("submit", event => {
  const busy = event.submitter?.dataset.busy;
  if (busy && !event.defaultPrevented) { event.submitter.textContent = busy; event.submitter.setAttribute("aria-busy", "true"); }
});
document.addEventListener("change", event => {
  if (event.target.matches("[data-submit-on-change]")) event.target.form.requestSubmit();
});
document.addEventListener("keydown", event => {
  if (event.key === "/" && !event.target.closest("input, textarea, select, [contenteditable]")) {
    const search = document.querySelector("[data-search]");
    if (search) { event.preventDefault(); search.focus(); }
  }
});
// 422 carries the form with what is wrong: htmx shall show it.
document.addEventListener("htmx:beforeSwap", event => {
  if (event.detail.xhr.status === 422 || event.detail.xhr.status === 409) { event.detail.shouldSwap = true; event.detail.isError = false; }
});
// What was typed into a form and not saved is not left behind unasked.
const unsaved = () => document.querySelector("form[data-unsaved][data-typed]");
const leave = (event, own) => {
  const form = unsaved();
  if (!form || form === own) return;
  if (window.confirm(form.dataset.unsaved)) delete form.dataset.typed;
  else { event.preventDefault(); event.stopPropagation(); }
};
document.addEventListener("input", event => { const form = event.target.form?.closest("form[data-unsaved]"); if (form) form.dataset.typed = "yes"; });
document.addEventListener("submit", event => { leave(event, event.target); if (!event.defaultPrevented) delete event.target.dataset.typed; }, true);
document.addEventListener("click", event => {
  const link = event.target.closest("a[href]");
  if (!link || link.target || link.hasAttribute("download") || link.getAttribute("href").startsWith("#")) return;
  if (link.hasAttribute("data-discard")) { delete unsaved()?.dataset.typed; return; }
  leave(event);
}, true);
window.addEventListener("beforeunload", event => { if (unsaved()) event.preventDefault(); });
// A search still under way, or about to begin, would write its address over the page that is being opened.
let left = -Infinity;
window.addEventListener("beforeunload", () => {
  left = performance.now();
  document.querySelectorAll("form[role=search]").forEach(search => htmx.trigger(search, "htmx:abort"));
});
document.addEventListener("htmx:beforeRequest", event => { if (performance.now() - left < 2000 && event.target.matches("form[role=search]")) event.preventDefault(); });
// Lists by keyboard: j and k go down and up, x chooses, Enter opens. A box chooses all of a name.
document.addEventListener("change", event => {
  const name = event.target.dataset.checkAll;
  if (name) document.querySelectorAll(`input[type=checkbox][name="${name}"]`).forEach(box => { box.checked = event.target.checked; });
});
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  const rows = [...document.querySelectorAll("[data-key-list] [data-key-row]")];
  if (rows.length === 0) return;
  const at = rows.indexOf(document.activeElement?.closest("[data-key-row]"));
  const row = rows[at];
  if (event.key === "j" || event.key === "k") {
    const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)));
    rows[next].focus();
    rows[next].scrollIntoView({ block: "nearest" });
  } else if (event.key === "x" && row) {
    const box = row.querySelector("input[type=checkbox]");
    if (box) box.checked = !box.checked;
  } else if (event.key === "Enter" && row && event.target === row) row.querySelector("[data-key-open]")?.click();
  else return;
  event.preventDefault();
});
// What was taken down on this device and not sent yet is not left behind unasked.
const unsentIn = shelf => new Promise(resolve => {
  const request = indexedDB.open(shelf, 1);
  request.onupgradeneeded = () => request.result.createObjectStore("entries", { keyPath: "key" });
  request.onerror = () => resolve(0);
  request.onsuccess = () => {
    const count = request.result.transaction("entries").objectStore("entries").count();
    count.onsuccess = () => { request.result.close(); resolve(count.result); };
    count.onerror = () => resolve(0);
  };
});
const unsent = async () => await unsentIn("regard-capture") + await unsentIn("regard-visits");
document.addEventListener("submit", async event => {
  const form = event.target;
  if (!form.dataset.unsent || form.dataset.asked || event.defaultPrevented) return;
  event.preventDefault();
  const waits = await unsent();
  if (waits > 0 && !window.confirm(form.dataset.unsent.replace("{0}", waits))) return;
  form.dataset.asked = "yes";
  form.requestSubmit();
});
