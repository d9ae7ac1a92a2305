import type { DeskChange } from '../office/room.ts'

/**
 * What changes at the desk, as it happens: a WebSocket that connects again by itself, and while there is none, a look
 * every ten seconds. The server ends a stream after minutes, to see the sign-in again.
 */
export function watch(city: string, heard: { change: (event: DeskChange) => void; look: () => void }): void {
  const shortest = 500
  const longest = 30_000
  let wait = shortest
  let socket: WebSocket | undefined

  function connect(): void {
    const { protocol, host } = location
    const opened = new WebSocket(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/api/desk/v1/events?city=${city}`)
    socket = opened
    opened.addEventListener('open', () => {
      wait = shortest
      heard.look()
    })
    opened.addEventListener('message', ({ data }) => {
      const event = JSON.parse(data as string) as DeskChange | { type: 'here' }
      if (event.type !== 'here') heard.change(event)
    })
    opened.addEventListener('close', () => {
      socket = undefined
      setTimeout(connect, wait + Math.random() * wait)
      wait = Math.min(longest, wait * 2)
    })
  }

  connect()
  setInterval(() => {
    if (socket?.readyState === WebSocket.OPEN) socket.send('here')
  }, 60_000)
  setInterval(() => {
    if (socket?.readyState !== WebSocket.OPEN) heard.look()
  }, 10_000)
}
