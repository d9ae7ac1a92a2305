import type { ActivityContent } from '../core/activity.ts'

/** An activity's content with every text in it masked: nothing that a person typed or named goes in as it is. */
export function maskedContent(content: ActivityContent, mask: (text: string) => string): ActivityContent {
  switch (content.type) {
    case 'text':
    case 'call-back':
      return { ...content, text: mask(content.text) }
    case 'choice':
      return { ...content, choice: mask(content.choice) }
    case 'location':
      return { ...content, name: content.name && mask(content.name) }
    case 'media':
      return { ...content, caption: content.caption && mask(content.caption) }
    case 'feedback':
      return { ...content, comment: content.comment && mask(content.comment) }
    default:
      return content
  }
}
