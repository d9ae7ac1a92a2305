/** Keeps the page for when the server is away. Registering a script needs a policy, which allows this one and no other. */

type TrustedTypes = {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string }
}

const script = '/desk/sw.js'

/** Trusted Types where the browser has them; elsewhere the address itself. */
function trusted(): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  const policy = types?.createPolicy('desk-sw', { createScriptURL: () => script })
  return policy?.createScriptURL(script) ?? script
}

/** Has these addresses kept until the sign-in ends (seconds since 1970). A browser that cannot goes on without. */
export async function stay(keep: string[], until: number): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(trusted(), { scope: '/desk' })
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ keep, until })
  } catch {
    // A private window may refuse: the desk then needs its server.
  }
}

/** Lets go of all that was kept. */
export async function forget(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration('/desk')
  registration?.active?.postMessage({ forget: true })
}
