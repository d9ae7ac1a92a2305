import type { JWTPayload } from 'jose'
import { refusal } from './refusal.ts'

const issuer = 'https://api.botframework.com'

/** Check 6: issued by the Bot Framework; tokens of tenants and of test tools are not. */
export const checkIssuer = ({ iss }: JWTPayload): Response | null => (iss === issuer ? null : refusal(401))
