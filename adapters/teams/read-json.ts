/** Bytes of the largest answer that we read of anybody. */
const most = 1024 * 1024

/** The JSON in an answer; null when there is none, or too much. Rejects when the answer breaks off. */
export async function readJson(response: Response): Promise<unknown> {
  const reader = response.body?.getReader()
  if (!reader) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size > most) {
      await reader.cancel()
      return null
    }
    chunks.push(part.value)
  }
  try {
    return JSON.parse(new TextDecoder().decode(await new Blob(chunks as BlobPart[]).arrayBuffer()))
  } catch {
    return null
  }
}
