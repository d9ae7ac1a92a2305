import type { JWTPayload } from 'jose'
import { refusal } from './refusal.ts'

/** Check 7: meant for this bot and no other. */
export const checkAudience = ({ aud }: JWTPayload, appId: string): Response | null =>
  aud === appId ? null : refusal(401)
