import { base } from './base.css.ts'
import { content } from './content.css.ts'
import { figures } from './figures.css.ts'
import { frame } from './frame.css.ts'
import { media } from './media.css.ts'

/** The one stylesheet. Colours of a city come from its own `theme.css`, which is loaded after this. */
export const style = [base, frame, content, figures, media].join('').trimStart()
