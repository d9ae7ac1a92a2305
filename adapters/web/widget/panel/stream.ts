/** Reads server-sent events until the stream ends. `EventSource` cannot send the token, so this is our own. */
const read = async ({ body }: Response, take: (type: string, data: string) => void): Promise<void> => {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; ; ) {
    const { done, value } = (await reader?.read()) ?? { done: true }
    if (done) return
    const events = `${text}${value}`.split(/\r?\n\r?\n/)
    text = events.pop() ?? ''
    for (const event of events) {
      const field = (name: string): string | undefined => RegExp(`^${name}: ?(.*)`, 'm').exec(event)?.[1]
      const data = field('data')
      if (data) take(field('event') ?? 'message', data)
    }
  }
}

/**
 * Follows a stream until the signal: opens it again with jitter when it ends, waits longer after each failure up to
 * half a minute, and after three failures asks for what is new instead.
 */
export const follow = async (
  open: () => Promise<Response>,
  take: (type: string, data: string) => void,
  ask: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  for (let failures = 0; !signal.aborted; ) {
    const response = await open().catch(() => undefined)
    if (response?.status === 401) return
    if (response?.ok) {
      failures = 0
      await read(response, take).catch(() => undefined)
    } else if (++failures > 3) await ask()
    await new Promise((resolve) => setTimeout(resolve, (500 + Math.random() * 2500) * Math.min(2 ** failures, 10)))
  }
}
