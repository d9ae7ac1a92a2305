import { html } from 'hono/html'
import type { Html } from './voice.ts'

/** Fields that a form carries along; empty ones are left out. */
export const hidden = (fields: Record<string, string>): Html[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    value ? [html`<input type="hidden" name="${name}" value="${value}">`] : [],
  )
