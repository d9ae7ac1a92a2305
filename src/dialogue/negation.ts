const contrasts = [
  /\b(?:geen|niet|nie|ni)\b[^.;!?\n]{1,60}?,?\s+(?:maar|wel)\s+/giu,
  /\b(?:pas|non)\b[^.;!?\n]{1,60}?,?\s+mais\s+/giu,
  /\b(?:not|no)\b[^.;!?\n]{1,60}?,?\s+but\s+/giu,
]

/**
 * What stands between "not" and "but" is what the citizen does not want: it goes out before matching
 * ("geen paspoort maar een identiteitskaart" → "een identiteitskaart"), unless nothing would be left.
 */
export function withoutDenied(text: string): string {
  const plain = text.replace(/g[e\u00e9]{2}n/giu, 'geen')
  const rest = contrasts.reduce((found, pattern) => found.replace(pattern, ' '), plain)
  return rest.trim().split(/\s+/).length >= 2 ? rest : text
}
