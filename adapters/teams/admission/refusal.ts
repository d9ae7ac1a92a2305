/** A refusal says nothing but that it is one: whoever forges learns nothing from it. */
export const refusal = (status: 400 | 401 | 403 | 405 | 413 | 415 | 503): Response =>
  new Response(null, { status, headers: status === 405 ? { allow: 'POST' } : {} })
