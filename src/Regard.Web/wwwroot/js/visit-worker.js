// The page puts the form and what it is drawn with on the shelf; here they are handed out when there is no network. Nothing else is kept.
self.addEventListener("install", event => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", event => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && url.pathname === "/visits/new" && url.searchParams.has("form"))
    event.respondWith(fetch(event.request).catch(async () => await caches.match("/visits/new/kept?form=" + url.searchParams.get("form")) ?? Response.error()));
  else if (/^\/(css|js)\//.test(url.pathname))
    event.respondWith(fetch(event.request).catch(async () => await caches.match(event.request) ?? Response.error()));
});
