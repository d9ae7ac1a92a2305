/** Names that we give in what we send and look for in what comes back. */

/** Verb of a card action that picks a choice; the choice itself stands in its data. */
export const chooseVerb = 'choose'
/** Teams' own name for its thumbs. */
export const feedbackName = 'feedback'
/** The command of the search extension, as the manifest declares it. */
export const searchCommand = 'search'

/** Bytes of the largest activity that we read. */
export const largestBody = 256 * 1024
