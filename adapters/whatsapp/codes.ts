/** A code of the platform's as we name it: stable, without words, and told apart from those of other ways in. */
export const codeOf = (code: number | string): string => `whatsapp.${code}`
