/** Kinds of fact that a citizen may ask for and that we may lack. */
export const unknownKinds = [
  'cost',
  'hours',
  'phone',
  'address',
  'term',
  'documents',
  'status',
  'availability',
  'person',
  'booking',
] as const
export type UnknownKind = (typeof unknownKinds)[number]
