// Keeps what was taken down on the phone until the server has said its number. Without this file the form is sent as any form.
const form = document.getElementById("capture"), said = document.getElementById("said")?.dataset ?? {};
const shelf = openShelf("regard-capture", "heard");

const send = async (entry, token) => {
  const body = new FormData();
  for (const name of ["key", "words", "contact", "anger", "kind", "unit", "about", "own", "heard", "language"]) if (entry[name]) body.append(name, entry[name]);
  if (entry.photo) body.append("photo", entry.photo, entry.photo.name ?? "photo.jpg");
  return fetch("/cases/new/send", { method: "POST", body, headers: { RequestVerificationToken: token } });
};
const tell = (entry, answer) => {
  const told = document.getElementById("sent-entry").content.cloneNode(true);
  told.querySelector(".sent-number").textContent = put(said.number, answer.number);
  told.querySelector(".sent-receipt").textContent = answer.receipt ? put(said.receipt, answer.receipt) : "";
  told.querySelector(".sent-photo").textContent = answer.photo ? put(said.nophoto, answer.photo) : "";
  told.querySelector(".sent-link").href = "/cases/" + answer.number;
  document.getElementById("sent").replaceChildren(told);
};

const show = async (why = "", signedOut = false) => showWaiting({
  shelf, kept: await shelf.all(), said, why, signedOut, correct, dropped: show,
  row: entry => [entry.words, [new Date(entry.heard).toLocaleString(document.documentElement.lang), entry.photo ? said.photo : ""]],
});
const flush = senderOf({ shelf, said, pass: "/cases/new/token", isReady: () => true, send, taken: tell, show });
// The entry goes back into the form under its own key: sent again it is still the same one.
let corrected = null;
const correct = entry => {
  corrected = entry;
  for (const name of ["words", "contact", "kind", "unit", "about"]) if (form.elements[name] && entry[name] !== undefined) form.elements[name].value = entry[name];
  for (const option of form.querySelectorAll("[name=anger]")) option.checked = option.value === String(entry.anger ?? 0);
  form.elements.own.checked = entry.own === "yes";
  form.elements.words.focus();
};

form?.addEventListener("submit", async event => {
  event.preventDefault();
  const typed = new FormData(form), photo = typed.get("photo");
  const entry = { key: corrected?.key ?? crypto.randomUUID(), heard: corrected?.heard ?? new Date().toISOString(), person: corrected?.person ?? mine.person, name: corrected?.name ?? mine.name, language: "" };
  for (const name of ["words", "contact", "anger", "kind", "unit", "about", "own"]) if (typed.get(name)) entry[name] = typed.get(name);
  if (photo instanceof File && photo.size > 0) entry.photo = photo; else if (corrected?.photo) entry.photo = corrected.photo;
  try { await shelf.keep(entry); } catch { form.submit(); return; }
  corrected = null;
  form.reset();
  await show();
  await flush();
});
// Who is at the phone, as far as the page was told by the server; nobody on the kept page.
const mine = { person: form?.dataset.person, name: form?.dataset.name };
sendAgain(flush);
show().then(flush);
if (form && "serviceWorker" in navigator) navigator.serviceWorker.register("/cases/capture-worker.js?language=" + form.dataset.language, { scope: "/cases/new" }).catch(() => { });
