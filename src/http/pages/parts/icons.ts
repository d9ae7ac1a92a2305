import { html } from 'hono/html'
import type { ChannelType } from '../../../core/catalogue.ts'
import type { Html } from './voice.ts'

const paths: Record<ChannelType, string> = {
  online: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3.5 12h17M12 3c5 5.5 5 12.500 0 18M12 3c-5 5.500-5 12.500 0 18',
  phone:
    'M6 3h3.500l1.500 5-2.300 1.700a13 13 0 0 0 5.600 5.600L16 13l5 1.500V18a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3Z',
  counter: 'M4 21V9l8-5 8 5v12M2.500 21h19M9.500 21v-6h5v6M9 10.500h.01M15 10.500h.01',
  email: 'M3 5.500h18v13H3zM3 6.500l9 7 9-7',
  post: 'M3 5.500h18v13H3zM3 6.500l9 7 9-7',
  video: 'M3 6.500h12v11H3zM15 11l6-3.500v9L15 13',
}

/** A line drawing for a way in; says nothing that the words beside it do not say. */
export const icon = (type: ChannelType): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d="${paths[type]}"/></svg>`
