/** Languages in which replies are written. */
export type WrittenLanguage = 'nl' | 'fr' | 'en'
/** Languages that are only recognised; the reply is in a written language with one fixed sentence added. */
export type RecognisedLanguage = 'de' | 'tr' | 'ar' | 'pl' | 'uk' | 'bg' | 'es' | 'ro'
export type Language = WrittenLanguage | RecognisedLanguage

export const isWritten = (language: string): language is WrittenLanguage =>
  language === 'nl' || language === 'fr' || language === 'en'

/** Text in the written languages; Dutch is always there. */
export type Texts = { nl: string; fr?: string | undefined; en?: string | undefined }

/** The text in a language, or in Dutch when it was never written in that one. */
export const inLanguage = (texts: Texts, language: WrittenLanguage): string => texts[language] ?? texts.nl
