import { html } from 'hono/html'
import type { Html, Voice } from './voice.ts'

/** What stands here without script, and with script becomes the same conversation, livelier: the widget in its place. */
export function lively({ city, langs }: Voice, plain: Html): Html {
  const lang = langs.length === 1 ? langs[0] : ''
  return html`<script type="module" src="/widget.js"></script>
<loket-wijzer page city="${city?.id}" lang="${lang}">${plain}</loket-wijzer>`
}
