// Keeps a visit on the phone from the first tap on until the server has said its number. Without this file the form is sent as any form.
const form = document.getElementById("visit"), said = document.getElementById("said").dataset;
const largestSide = 1600, largestFile = 1 << 20;
const shelf = openShelf("regard-visits", "at");

// What this page fills in: told by the server, or on the kept page by the address.
const asked = new URLSearchParams(location.search);
const field = name => form.elements["visit." + name];
if (form) for (const name of ["unit", "kind", "form", "order"]) if (!field(name).value) field(name).value = asked.get(name) ?? "";
const mine = { person: form?.dataset.person, name: form?.dataset.name };
let current = null;
const here = entry => entry.state === "begun" && ["unit", "kind", "form", "order"].every(name => (entry[name] ?? "") === field(name).value) && (!mine.person || !entry.person || entry.person === mine.person);

const read = () => {
  const values = [];
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && name !== "__RequestVerificationToken" && !/^visit\.(key|unit|kind|form|order)$/.test(name)) values.push([name, value]);
  return values;
};
const note = () => shelf.keep(current = { ...current, values: read() }).catch(() => { });
const write = entry => {
  for (const [name, value] of entry.values) {
    const fields = form.elements[name];
    if (!fields) continue;
    for (const one of fields instanceof RadioNodeList ? fields : [fields])
      if (one.type === "radio" || one.type === "checkbox") one.checked ||= one.value === value;
      else if (one.type !== "file") one.value = value;
  }
  for (const name of Object.keys(entry.photos)) photoKept(name);
};
const photoKept = name => {
  const line = form.querySelector(`[name="${CSS.escape(name)}"]`)?.closest(".visit-photo")?.querySelector(".photo-kept");
  if (line) { line.textContent = said.photokept; line.hidden = false; }
};
// A photo as a phone takes it is larger than anybody needs to see a stain.
const smaller = async file => {
  if (file.size <= largestFile) return file;
  try {
    const picture = await createImageBitmap(file), scale = Math.min(1, largestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width * scale, picture.height * scale];
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.85));
    return small && small.size < file.size ? new File([small], "photo.jpg", { type: "image/jpeg" }) : file;
  } catch { return file; }
};
const begin = async () => {
  const known = (await shelf.all()).find(here);
  current = known ?? { key: field("key").value || crypto.randomUUID(), state: "begun", at: new Date().toISOString(), person: mine.person, name: mine.name, photos: {}, values: [], language: form.dataset.language, place: form.dataset.place ?? "", address: location.pathname + location.search };
  for (const name of ["unit", "kind", "form", "order"]) current[name] = field(name).value;
  field("key").value = current.key;
  if (form.dataset.place) current.place = form.dataset.place;
  document.getElementById("place").textContent = current.place;
  if (known) {
    write(known);
    const line = document.getElementById("restored");
    [line.textContent, line.hidden] = [known.problem ?? said.restored, false];
  }
};

// The same that the server demands, so that it can be mended without network, on the spot.
const faults = () => {
  const found = [];
  for (const item of form.querySelectorAll(".visit-item")) {
    const question = item.querySelector(".question"), answered = question.matches(":has(:checked)") || [...question.querySelectorAll("textarea, input[type=text]")].some(f => f.value.trim());
    const groups = [...question.querySelectorAll(".part")];
    const missing = item.dataset.required && (groups.length > 0 ? groups.some(g => !g.querySelector(":checked")) : !answered);
    const unseen = item.dataset.photo && item.querySelector(".check-0 :checked") && !current.photos["photo." + item.dataset.key];
    question.classList.toggle("wrong", Boolean(missing || unseen));
    item.querySelector(".visit-wrong")?.remove();
    if (!missing && !unseen) continue;
    const line = document.createElement("p");
    [line.className, line.textContent] = ["problem visit-wrong", missing ? said.answer : said.photo];
    item.append(line);
    found.push(item);
  }
  return found;
};

const send = (entry, token) => {
  const body = new FormData();
  for (const name of ["key", "unit", "kind", "form", "order"]) if (entry[name]) body.append("visit." + name, entry[name]);
  for (const [name, value] of entry.values) body.append(name, value);
  for (const [name, photo] of Object.entries(entry.photos)) body.append(name, photo, photo.name ?? "photo.jpg");
  return fetch("/visits/new/send", { method: "POST", body, headers: { RequestVerificationToken: token } });
};
const tell = (entry, answer) => {
  const told = document.getElementById("sent-entry").content.cloneNode(true);
  told.querySelector(".sent-number").textContent = put(said.number, answer.number);
  told.querySelector(".sent-score").textContent = put(said.score, answer.score ?? "–", answer.items, answer.failed);
  told.querySelector(".sent-link").href = "/visits/" + answer.number;
  document.getElementById("sent").replaceChildren(told);
};

const show = async (why = "", signedOut = false) => showWaiting({
  shelf, kept: (await shelf.all()).filter(e => e.key !== current?.key || e.state === "ready"), said, why, signedOut, dropped: show,
  row: entry => [entry.place, [new Date(entry.at).toLocaleString(document.documentElement.lang), entry.state === "ready" ? said.ready : said.begun]],
  correct: async entry => { await shelf.keep({ ...entry, state: "begun" }); location.assign(entry.address); },
});
const flush = senderOf({ shelf, said, pass: "/visits/new/token", isReady: e => e.state === "ready", send, taken: tell, show });

form?.addEventListener("input", () => { if (current) note(); });
form?.addEventListener("change", async event => {
  const input = event.target;
  if (!current || input.type !== "file" || input.files.length === 0) return;
  current.photos[input.name] = await smaller(input.files[0]);
  photoKept(input.name);
  await note();
});
form?.addEventListener("submit", async event => {
  if (!current) return;
  event.preventDefault();
  const found = faults();
  if (found.length > 0) { found[0].querySelector(".question").focus(); found[0].scrollIntoView({ block: "center" }); return; }
  try { await shelf.keep({ ...current, values: read(), state: "ready", problem: undefined }); } catch { form.submit(); return; }
  form.hidden = true;
  current = null;
  scrollTo(0, 0);
  await show();
  await flush();
});
sendAgain(flush);
(form ? begin() : Promise.resolve()).catch(() => { }).then(() => show()).then(flush);

if (form && "serviceWorker" in navigator) (async () => {
  await navigator.serviceWorker.register("/visits/visit-worker.js", { scope: "/visits/new" });
  const cache = await caches.open("visits"), address = "/visits/new/kept?form=" + field("form").value;
  const page = await fetch(address + "&language=" + form.dataset.language);
  if (page.ok) await cache.put(address, page);
  for (const link of document.querySelectorAll("link[href], script[src]")) await cache.add(link.href || link.src);
  await navigator.serviceWorker.ready;
  document.documentElement.dataset.kept = "yes";
})().catch(() => { });
