// What was taken down on this device and is not with the server yet: kept, listed and sent, by the scripts of the pages that take something down.
const put = (text, ...values) => values.reduce((t, value, i) => t.replace("{" + i + "}", value), text);

const openShelf = (name, moment) => {
  const opened = new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("entries", { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const entries = async (mode, work) => {
    const store = (await opened).transaction("entries", mode).objectStore("entries");
    return new Promise((resolve, reject) => { const request = work(store); request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
  };
  return {
    all: async () => (await entries("readonly", s => s.getAll())).sort((a, b) => a[moment].localeCompare(b[moment])),
    keep: entry => entries("readwrite", s => s.put(entry)),
    drop: key => entries("readwrite", s => s.delete(key)),
  };
};

// A way to send all that is ready, one round at a time. "pass" is the address that tells who is signed in; "send" posts an entry; "taken" is told of each that arrived.
const senderOf = ({ shelf, said, pass, isReady, send, taken, show }) => {
  const who = async () => {
    const answer = await fetch(pass, { headers: { Accept: "application/json" }, cache: "no-store" });
    return answer.ok ? answer.json() : null;
  };
  const round = async () => {
    const ready = (await shelf.all()).filter(isReady);
    if (ready.length === 0) return {};
    const me = await who();
    if (!me) return { why: said.signin, signedOut: true };
    for (const entry of ready) {
      if (entry.person && entry.person !== me.person) { await shelf.keep({ ...entry, problem: put(said.others, entry.name ?? "?") }); continue; }
      const answer = await send(entry, me.token);
      if (answer.ok) { await shelf.drop(entry.key); taken(entry, await answer.json()); }
      else if (answer.status === 401) return { why: said.signin, signedOut: true };
      else if ([403, 409, 422].includes(answer.status)) await shelf.keep({ ...entry, person: me.person, name: me.name, problem: (await answer.json().catch(() => ({}))).problems?.map(p => p.words ?? p).join(" ") ?? said.refused });
      else return { why: said.refused };
    }
    return {};
  };
  let going = null;
  return () => going ??= round().catch(() => ({ why: said.none })).then(({ why = "", signedOut = false }) => { going = null; return show(why, signedOut); });
};

// Draws what waits into the page: "row" tells words and moment of an entry, "correct" takes it up again, "dropped" follows when one was thrown away.
const showWaiting = ({ shelf, kept, said, why, signedOut, row, correct, dropped }) => {
  const place = document.getElementById("waiting");
  place.hidden = kept.length === 0;
  document.getElementById("waiting-title").textContent = put(said.waiting, kept.length);
  document.getElementById("waiting-why").textContent = why;
  document.getElementById("sign-in").hidden = !signedOut;
  place.querySelector(".kept").replaceChildren(...kept.map(entry => {
    const drawn = document.getElementById("kept-entry").content.cloneNode(true), [words, when] = row(entry);
    drawn.querySelector(".kept-words").textContent = words;
    drawn.querySelector(".kept-when").textContent = when.filter(Boolean).join(" · ");
    drawn.querySelector(".kept-problem").textContent = entry.problem ?? "";
    drawn.querySelector(".kept-correct").addEventListener("click", () => correct(entry));
    drawn.querySelector(".kept-drop").addEventListener("click", async () => { if (window.confirm(said.drop)) { await shelf.drop(entry.key); await dropped(); } });
    return drawn;
  }));
};

const sendAgain = flush => {
  document.getElementById("send-now")?.addEventListener("click", flush);
  window.addEventListener("online", flush);
  setInterval(flush, 60000);
};
