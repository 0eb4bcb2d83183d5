// kept, assets and version are set by the server in front of this text.
// Only the empty form and what it is drawn with are kept; every other request goes to the network untouched.
const shelf = "capture-" + version;
self.addEventListener("install", event => event.waitUntil((async () => {
  const cache = await caches.open(shelf);
  await cache.addAll([new Request(kept, { cache: "reload" }), ...assets]);
  await self.skipWaiting();
})()));
self.addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("capture-") && name !== shelf) await caches.delete(name);
  await self.clients.claim();
})()));
self.addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && url.pathname === "/cases/new") event.respondWith(fetch(event.request).catch(() => caches.match(kept)));
  else if (assets.includes(url.pathname + url.search)) event.respondWith(caches.match(event.request).then(found => found ?? fetch(event.request)));
});
