/** What the Worker was told to be, parsed from variables and secrets by `src/env.ts`. Names and meanings: docs/configuration.md. */
export type Config = {
  publicUrl: string | null
  widgetOrigins: string[]
  /** A run on somebody's own machine, where loopback addresses stand for the outside world. */
  local: boolean
  /** Days that the words of a conversation are kept. */
  retentionDays: number
  /** Key of the pseudonymous names of conversations. */
  pepper: string
  whatsapp: WhatsappConfig
  teams: TeamsConfig
  desk: DeskConfig
}

/** Without `appSecrets` nothing is let in, without `accessToken` nothing is sent. */
export type WhatsappConfig = {
  /** One, or two while a secret is being replaced. */
  appSecrets: string[]
  verifyToken: string | null
  accessToken: string | null
  /** City of each `phone_number_id` that is ours. */
  numbers: Record<string, string>
  /** Base for sending, with version, without a slash at the end. */
  graphUrl: string
}

/** The registration of the bot, a single tenant. Null: nobody registered it, and nothing is let in. */
export type TeamsConfig = {
  registration: { appId: string; appPassword: string; tenantId: string } | null
  /** The city this bot speaks for; null: all of them, so it asks. */
  city: string | null
  openIdUrl: string
  tokenUrl: string
  /** Exact hosts, in a local run with their port, that may receive our token. */
  serviceHosts: string[]
}

export type DeskConfig = {
  /** Who may open the desk. Null: nobody but who uses the sign-in of a local run. */
  signIn: { issuer: string; audience: string; jwksUrl: string } | null
  /** Null: nobody can ask to be called back. */
  callBackKey: string | null
}
