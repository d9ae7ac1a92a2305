import { type AskOutput, askInput } from '../../core/ask.ts'
import type { Assistant } from '../../core/ports.ts'

export type Answered = { ok: true; output: AskOutput } | { ok: false; error: string }

/** Validates one question and answers it; the error names the field and never repeats the text. */
export function answerOne(question: unknown, assistant: Assistant, cities: string[]): Answered {
  const parsed = askInput().safeParse(question)
  if (!parsed.success) {
    const messages = parsed.error.issues.map(({ path, message }) =>
      message.startsWith(`${String(path[0])}:`) ? message : `${path.join('.') || 'question'}: ${message}`,
    )
    return { ok: false, error: messages.join('; ') }
  }
  const { city } = parsed.data
  if (city && !cities.includes(city)) return { ok: false, error: `city: known are ${cities.join(', ')}` }
  return { ok: true, output: assistant.ask(parsed.data) }
}

/** An answer as a person reads it in a terminal. */
export function forPeople({ reply, outcome, confidence, city }: AskOutput): string {
  const choices = reply.choices.map(({ label }, at) => `  ${at + 1}. ${label}`)
  return [reply.text, ...choices, '', `(${outcome}${city ? `, ${city}` : ''}, ${Math.round(confidence * 100)} %)`].join(
    '\n',
  )
}
