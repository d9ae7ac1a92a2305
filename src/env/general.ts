import * as z from 'zod'
import { list, secret, type Variable } from './variable.ts'

const origins = () =>
  list().check(({ value, issues }) => {
    for (const origin of value) {
      if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
        issues.push({ code: 'custom', message: `"${origin}" is not an exact origin`, input: value })
      }
    }
  })

const days = () => z.string().transform(Number).pipe(z.number('it must be a number').int().min(1).max(365))

export const general = {
  PUBLIC_URL: {
    use: 'how the outside world reaches us',
    example: 'https://wijzer.stad.example',
    schema: () => z.url({ protocol: /^https?$/ }),
  },
  WIDGET_ORIGINS: {
    use: 'exact origins that may embed, comma-separated',
    example: 'https://www.stad.example,https://nieuws.stad.example',
    schema: origins,
  },
  CONVERSATION_PEPPER: {
    use: 'the key for pseudonymous conversation names, at least 16 characters',
    example: 'the output of: openssl rand -hex 32',
    schema: () => secret().min(16),
  },
  RETENTION_DAYS: { use: 'how many days the words of a conversation are kept', example: '30', schema: days },
} as const satisfies Record<string, Variable>
