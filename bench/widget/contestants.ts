import { createRequire } from 'node:module'
import { join } from 'node:path'

/** A web chat on a page: which files it is, how it is put there, and where one types. */
export type Contestant = {
  name: string
  version: string
  /** Of its package, served below `/lib/`. Ours come from our own server. */
  bundle: string | null
  /** What a site's page has in it, besides its own words. */
  tags(home: string): string
  /** A script of the site, where the chat needs one. */
  setUp: string
  /** The field, found through shadow trees. */
  field: string
}

const folder = import.meta.dirname
const versionOf = (name: string): string =>
  (createRequire(import.meta.url)(join(folder, 'node_modules', name, 'package.json')) as { version: string }).version
const inPackage = (name: string, file: string): string => join(folder, 'node_modules', name, file)

export const ours = 'loket-wijzer'

/** What the others answer: the far side is played in the page, so that no network counts. */
export const reply = 'Het loket is open tot zestien uur.'

const started = '<div id="chat"></div><script type="module" src="/set-up.js"></script>'

/** As a bot of the Direct Line protocol, without a server. */
const directLine = `
const observable = (begin) => ({ subscribe(first, error, complete) {
  const observer = typeof first === 'function' ? { next: first, error, complete } : first
  return { unsubscribe: begin(observer) ?? (() => {}), closed: false }
}, [Symbol.observable ?? '@@observable']() { return this } })
let say = () => {}
let count = 0
const now = () => new Date().toISOString()
const bot = { id: 'bot', name: 'Bot', role: 'bot' }
const directLine = {
  activity$: observable((observer) => { say = (activity) => observer.next(activity) }),
  connectionStatus$: observable((observer) => { observer.next(0); observer.next(1); observer.next(2) }),
  end() {}, referenceGrammarId: '', getSessionId: () => observable(() => {}),
  postActivity: (activity) => observable((observer) => {
    const id = 'a' + ++count
    observer.next(id); observer.complete?.()
    if (activity.type !== 'message') return
    say({ ...activity, id, timestamp: now() })
    setTimeout(() => say({ type: 'message', id: 'a' + ++count, from: bot, text: ${JSON.stringify(reply)}, timestamp: now(), conversation: { id: 'c' } }), 50)
  }),
}
window.WebChat.renderWebChat({ directLine, userID: 'u', locale: 'nl-NL' }, document.getElementById('chat'))
`

const webchat = (file: string): Omit<Contestant, 'name'> => ({
  version: versionOf('botframework-webchat'),
  bundle: inPackage('botframework-webchat', `dist/${file}`),
  tags: () => `<script src="/lib/chat.js"></script>${started}`,
  setUp: directLine,
  field: '[data-testid="send box text area"], [data-id="webchat-sendbox-input"]',
})

export const contestants = (): Contestant[] => [
  {
    name: ours,
    version: 'this code',
    bundle: null,
    tags: (home) =>
      `<script type="module" src="${home}/widget.js"></script><loket-wijzer city="gent" open><a href="${home}/gent">Stel je vraag</a></loket-wijzer>`,
    setUp: '',
    field: 'textarea#question',
  },
  {
    name: 'deep-chat',
    version: versionOf('deep-chat'),
    bundle: inPackage('deep-chat', 'dist/deepChat.bundle.js'),
    tags: () => `<script type="module" src="/lib/chat.js"></script>${started}`,
    setUp: `const chat = document.createElement('deep-chat')
chat.connect = { handler: (_, signals) => setTimeout(() => signals.onResponse({ text: ${JSON.stringify(reply)} }), 50) }
document.getElementById('chat').append(chat)`,
    field: '#text-input',
  },
  {
    name: 'Typebot',
    version: versionOf('@typebot.io/js'),
    bundle: inPackage('@typebot.io/js', 'dist/web.js'),
    tags: () =>
      '<typebot-standard style="width:100%;height:600px"></typebot-standard><script type="module" src="/set-up.js"></script>',
    setUp: `import Typebot from '/lib/chat.js'
Typebot.initStandard({ typebot: 'stad', apiHost: location.origin })`,
    field: 'typebot-standard textarea, typebot-standard input, textarea.text-input, input.text-input',
  },
  { name: 'botframework-webchat', ...webchat('webchat.js') },
  { name: 'the same, minimal', ...webchat('webchat-minimal.js') },
]

/** What Typebot's server would say: a greeting, then one answer to whatever is written. */
export const typebotAnswer = (path: string): unknown => {
  const say = (id: string, text: string) => ({
    id,
    type: 'text',
    content: { type: 'richText', richText: [{ type: 'p', children: [{ text }] }] },
  })
  const input = {
    id: 'field',
    type: 'text input',
    options: { labels: { placeholder: 'Je vraag', button: 'Verstuur' } },
  }
  if (path.endsWith('/startChat'))
    return {
      sessionId: 's1',
      typebot: { id: 'stad', version: '6.1', theme: { general: {}, chat: {} }, settings: { general: {} } },
      messages: [say('m1', 'Stel je vraag.')],
      input,
    }
  if (path.endsWith('/continueChat')) return { messages: [say('m2', reply)], input: { ...input, id: 'field2' } }
  return undefined
}
