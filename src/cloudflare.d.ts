/** The little that we use of the platform's own module; the rest of its types would fight with those of the web. */
declare module 'cloudflare:workers' {
  export type ObjectState = {
    id: { name?: string; toString(): string }
    storage: Omit<import('./core/storage.ts').Storage, 'exclusively'>
    waitUntil(done: Promise<unknown>): void
    blockConcurrencyWhile<T>(work: () => Promise<T>): Promise<T>
    acceptWebSocket(socket: WebSocket): void
    getWebSockets(): WebSocket[]
  }
  export class DurableObject {
    protected ctx: ObjectState
    protected env: Record<string, unknown>
    fetch?(request: Request): Promise<Response>
    constructor(ctx: ObjectState, env: Record<string, unknown>)
  }
}
