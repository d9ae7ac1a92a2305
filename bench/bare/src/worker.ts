import { Hono } from 'hono'

const app = new Hono()
app.post('/api/v1/ask', async (context) => context.json(await context.req.json()))

export default app
