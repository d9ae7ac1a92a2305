/// <reference lib="webworker" />

/**
 * Keeps the desk's page, its files and the content it searches, so that a colleague can go on when the server is away.
 * All of it goes when the sign-in is over: what was kept opens no later than the server would have.
 */
declare const self: ServiceWorkerGlobalScope

const store = 'desk'
const page = '/desk'
/** Not an address: where the end of the sign-in is written down. */
const untilPath = '/desk/until'

/** What the page tells: its addresses, and until when (seconds since 1970) it may be opened without the server. */
type Told = { keep: string[]; until: number } | { forget: true }

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const told = event.data as Told
  event.waitUntil('forget' in told ? caches.delete(store) : keep(told.keep, told.until))
})

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  const { origin, pathname, searchParams } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin) return
  if (pathname === page) event.respondWith(serverFirst(event.request))
  else if (pathname.startsWith('/desk/files/') || (pathname === '/api/desk/v1/data' && searchParams.has('v')))
    event.respondWith(keptFirst(event.request))
})

/** Keeps these addresses and nothing else: what an earlier version left behind goes. */
async function keep(addresses: string[], until: number): Promise<void> {
  const cache = await caches.open(store)
  await cache.put(untilPath, new Response(String(until)))
  const wanted = new Set([untilPath, ...addresses])
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url)
    if (!wanted.has(pathname + search)) await cache.delete(url)
  }
  for (const address of addresses) if (!(await cache.match(address))) await cache.add(address)
}

/** Whether what is kept may still be opened. */
async function isGood(): Promise<boolean> {
  const until = await (await caches.open(store)).match(untilPath)
  return until !== undefined && Date.now() < Number(await until.text()) * 1000
}

/** The page of the server, which checks who asks; without a server the kept one. Who is refused loses what was kept. */
async function serverFirst(request: Request): Promise<Response> {
  try {
    const response = await fetch(request)
    if (response.ok) await (await caches.open(store)).put(page, response.clone())
    if (response.status === 401 || response.status === 403) await caches.delete(store)
    return response
  } catch (error) {
    const kept = (await isGood()) ? await (await caches.open(store)).match(page) : undefined
    if (!kept) await caches.delete(store)
    if (kept) return kept
    throw error
  }
}

/** Names hold a version: what is kept is what the server would give. */
async function keptFirst(request: Request): Promise<Response> {
  const kept = (await isGood()) ? await (await caches.open(store)).match(request.url) : undefined
  return kept ?? fetch(request)
}
