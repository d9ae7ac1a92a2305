import { request } from './api.ts'

/** One event as our server writes it, with the data on one line. */
const form = /event: (\w+)\ndata: (.*)\n\n/g

/**
 * Reads the events of the conversation after a `seq`, until the stream ends. `EventSource` cannot send the token, so this
 * is our own. Gives back whether there was a stream.
 */
export const readEvents = async (after: number, heard: (type: string, said: unknown) => void): Promise<boolean> => {
  const response = await request('events', {}, { 'last-event-id': `${after}` })
  if (!response.ok) return false
  const reader = (response.body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; ; ) {
    const { done, value } = await reader.read()
    if (done) return true
    text = `${text}${value}`.replace(form, (_, type: string, data: string) => {
      heard(type, JSON.parse(data))
      return ''
    })
  }
}
