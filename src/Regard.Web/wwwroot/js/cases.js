// Comforts of the inbox: the case beside the list, keys, counting what is selected. Without this file every link is a page.
const wide = matchMedia("(min-width: 1200px)");
const rows = () => [...document.querySelectorAll(".inbox-row")];
const atRow = () => document.querySelector(".inbox-row.is-at");
const move = by => {
  const all = rows(), at = all.indexOf(atRow());
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
  if (!next) return;
  atRow()?.classList.remove("is-at");
  next.classList.add("is-at");
  next.querySelector("a[data-open]").focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
};
const beside = async row => {
  const number = row.dataset.case, list = new URL(location.href);
  list.searchParams.set("at", number);
  await htmx.ajax("GET", `/cases/${number}?back=${encodeURIComponent(list.pathname + list.search)}`, { target: "#case-side", select: "#case-side > *", swap: "innerHTML" });
  history.replaceState(history.state, "", list);
  for (const other of rows()) other.toggleAttribute("aria-current", false);
  document.querySelector(`.inbox-row[data-case="${number}"]`)?.setAttribute("aria-current", "true");
  document.getElementById("case-side").scrollTop = 0;
};
document.addEventListener("click", event => {
  const link = event.target.closest("a[data-open]");
  if (!link || !wide.matches || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0 || event.defaultPrevented) return;
  event.preventDefault();
  const row = link.closest(".inbox-row");
  atRow()?.classList.remove("is-at");
  row.classList.add("is-at");
  beside(row);
});
document.addEventListener("keydown", event => {
  if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = document.getElementById("case-keys");
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "x") { const box = atRow()?.querySelector("input[type=checkbox]"); if (box) { box.checked = !box.checked; count(); } }
  else if (event.key === "c") document.querySelector("[data-key=c]")?.click();
  else if (event.key === "?" && keys) keys.open ? keys.close() : keys.showModal();
  else return;
  event.preventDefault();
});
const count = () => {
  const place = document.querySelector(".bulk-count");
  if (!place) return;
  place.dataset.none ??= place.textContent;
  const chosen = document.querySelectorAll(".inbox-row input:checked").length;
  place.textContent = chosen > 0 ? place.dataset.said.replace("{0}", chosen) : place.dataset.none;
};
document.addEventListener("change", event => { if (event.target.matches(".inbox-row input[type=checkbox]")) count(); });
document.addEventListener("click", event => {
  const phrase = event.target.closest("[data-phrase]");
  if (!phrase) return;
  const into = document.getElementById(phrase.dataset.into);
  into.setRangeText(phrase.dataset.phrase, into.selectionStart, into.selectionEnd, "end");
  into.focus();
});
// Words that hide behind rules are named while they are typed.
document.addEventListener("input", event => {
  const warning = document.querySelector(`[data-hides][data-of="${event.target.id}"]`);
  if (!warning) return;
  const typed = event.target.value.toLowerCase(), found = warning.dataset.hides.split("|").find(p => typed.includes(p));
  warning.hidden = !found;
  warning.textContent = found ? warning.dataset.said.replace("{0}", found) : "";
});
document.addEventListener("htmx:afterSwap", count);
