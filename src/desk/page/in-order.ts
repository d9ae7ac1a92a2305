/**
 * Answers may come in another order than they were asked for, and what is older may not take the place of what is newer.
 * Begin with `inOrder()` when something is asked; what it gives says on the answer whether that may still be shown.
 */
export function inOrder(): (of?: string) => () => boolean {
  const shown = new Map<string, number>()
  let asked = 0
  return (of = '') => {
    asked += 1
    const mine = asked
    return () => {
      if (mine < (shown.get(of) ?? 0)) return false
      shown.set(of, mine)
      return true
    }
  }
}
