import type { Result, Router } from 'hono/router'

/**
 * A router that looks up a path without names in it once for each method: what platforms and pages ask all the time, over
 * and over. What was never added is matched anew, so that nobody fills the memory.
 */
export function rememberingRouter<T>(router: Router<T>): Router<T> {
  const added = { methods: new Set<string>(), whole: new Set<string>() }
  const known = new Map<string, Result<T>>()
  const remembered = (of: string, method: string, path: string): Result<T> => {
    const found = router.match(method, path)
    known.set(of, found)
    return found
  }
  return {
    name: router.name,
    add(method, path, handler) {
      router.add(method, path, handler)
      added.methods.add(method)
      if (!/[:*]/.test(path)) added.whole.add(path)
    },
    match(method, path) {
      if (!added.whole.has(path) || !added.methods.has(method)) return router.match(method, path)
      const of = `${method} ${path}`
      return known.get(of) ?? remembered(of, method, path)
    },
  }
}
