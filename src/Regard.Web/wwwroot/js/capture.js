// Keeps what was taken down on the phone until the server has said its number. Without this file the form is sent as any form.
const form = document.getElementById("capture"), said = document.getElementById("said")?.dataset ?? {};
const put = (text, value) => text.replace("{0}", value);
const shelf = new Promise((resolve, reject) => {
  const request = indexedDB.open("regard-capture", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("entries", { keyPath: "key" });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const entries = async (mode, work) => {
  const store = (await shelf).transaction("entries", mode).objectStore("entries");
  return new Promise((resolve, reject) => { const request = work(store); request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
};
const all = async () => (await entries("readonly", s => s.getAll())).sort((a, b) => a.heard.localeCompare(b.heard));
const keep = entry => entries("readwrite", s => s.put(entry));
const drop = key => entries("readwrite", s => s.delete(key));

const pass = async () => {
  const answer = await fetch("/cases/new/token", { headers: { Accept: "application/json" }, cache: "no-store" });
  return answer.ok ? answer.json() : null;
};
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

let going = null;
const flush = () => going ??= (async () => {
  let why = "", signedOut = false;
  try {
    if ((await all()).length === 0) return;
    const who = await pass();
    if (!who) { signedOut = true; why = said.signin; return; }
    for (const entry of await all()) {
      if (entry.person && entry.person !== who.person) { await keep({ ...entry, problem: put(said.others, entry.name ?? "?") }); continue; }
      const answer = await send(entry, who.token);
      if (answer.ok) { await drop(entry.key); tell(entry, await answer.json()); }
      else if (answer.status === 401) { signedOut = true; why = said.signin; return; }
      else if (answer.status === 422 || answer.status === 409 || answer.status === 403) await keep({ ...entry, person: who.person, name: who.name, problem: (await answer.json().catch(() => ({}))).problems?.join(" ") ?? said.refused });
      else { why = said.refused; return; }
    }
  } catch { why = said.none; }
  finally { going = null; await show(why, signedOut); }
})();

const show = async (why = "", signedOut = false) => {
  const kept = await all(), place = document.getElementById("waiting");
  place.hidden = kept.length === 0;
  document.getElementById("waiting-title").textContent = put(said.waiting, kept.length);
  document.getElementById("waiting-why").textContent = why;
  document.getElementById("sign-in").hidden = !signedOut;
  place.querySelector(".kept").replaceChildren(...kept.map(entry => {
    const row = document.getElementById("kept-entry").content.cloneNode(true);
    row.querySelector(".kept-words").textContent = entry.words;
    row.querySelector(".kept-when").textContent = [new Date(entry.heard).toLocaleString(document.documentElement.lang), entry.photo ? said.photo : ""].filter(Boolean).join(" · ");
    row.querySelector(".kept-problem").textContent = entry.problem ?? "";
    row.querySelector(".kept-correct").addEventListener("click", () => correct(entry));
    row.querySelector(".kept-drop").addEventListener("click", async () => { if (window.confirm(said.drop)) { await drop(entry.key); await show(); } });
    return row;
  }));
};
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
  try { await keep(entry); } catch { form.submit(); return; }
  corrected = null;
  form.reset();
  await show();
  await flush();
});
// Who is at the phone, as far as the page was told by the server; nobody on the kept page.
const mine = { person: form?.dataset.person, name: form?.dataset.name };
document.getElementById("send-now")?.addEventListener("click", flush);
window.addEventListener("online", flush);
setInterval(flush, 60000);
show().then(flush);
if (form && "serviceWorker" in navigator) navigator.serviceWorker.register("/cases/capture-worker.js?language=" + form.dataset.language, { scope: "/cases/new" }).catch(() => { });
