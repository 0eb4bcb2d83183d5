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
