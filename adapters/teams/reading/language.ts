/** The language of a client, if it is one that we write. */
export function languageOf(locale: string | undefined): 'nl' | 'fr' | 'en' | null {
  const [language] = (locale ?? '').toLowerCase().split('-')
  return language === 'nl' || language === 'fr' || language === 'en' ? language : null
}
