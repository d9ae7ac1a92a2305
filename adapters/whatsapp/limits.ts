/** What the platform shows in one message (contract §4), in UTF-16 units. */
export const limits = {
  text: 4096,
  /** Of a message with buttons; a list allows more, and is kept to the same. */
  body: 1024,
  buttons: 3,
  buttonTitle: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  /** Of a choice: the shorter of what buttons (256) and rows (200) allow. */
  choiceId: 200,
} as const
