import { readWidget } from '../../../src/cli/widget/build.ts'

/** Pages of a city's site, right and wrong in one way each. */

export const home = 'https://wijzer.stad.example'
const widget = readWidget()
export const pinned = { name: widget.entry, integrity: widget.files[widget.entry]?.integrity ?? '' }

export const script = `<script type="module" src="${home}/widget.js"></script>`
export const element = `<loket-wijzer city="gent"><a href="${home}/gent">Stel een vraag</a></loket-wijzer>`

export const page = (...parts: string[]): string =>
  `<!doctype html><html lang="nl"><head><title>Trouwen</title></head><body>${parts.join('\n')}</body></html>`

const fixed = (integrity: string, name = pinned.name): string =>
  `<script type="module" src="${home}/widget/${name}" integrity="${integrity}"></script>`

const policy = (content: string): string => `<meta http-equiv="Content-Security-Policy" content="${content}">`

export const right: Record<string, string> = {
  'the two tags': page(script, element),
  'a script that is fixed': page(fixed(pinned.integrity), element),
  'a policy with our origin': page(
    policy(`script-src 'self' ${home}; connect-src ${home}; style-src 'self'`),
    script,
    element,
  ),
  'a tag in a comment beside them': page(`<!-- ${element} -->`, script, element),
}

export const wrong: Record<string, [html: string, told: RegExp]> = {
  'no script': [page(element), /script ontbreekt/],
  'the script of another': [page(script.replace('wijzer.', 'www.'), element), /script ontbreekt/],
  'the script twice': [page(script, script, element), /staat er 2 keer/],
  'no module': [page(script.replace('type="module" ', ''), element), /mist type="module"/],
  'a file that is gone': [page(fixed(pinned.integrity, 'widget-000000000000.js'), element), /is er niet meer/],
  'another checksum': [page(fixed('sha384-AAAA'), element), /integrity van het script klopt niet/],
  'a checksum on what changes': [
    page(script.replace('>', ' integrity="sha384-AAAA">'), element),
    /verandert met elke versie/,
  ],
  'no element': [page(script), /loket-wijzer city="gent"> ontbreekt/],
  'the element twice': [page(script, element, element), /staat er 2 keer/],
  'another city': [page(script, element.replace('gent', 'leuven')), /noemt city="leuven"/],
  'no way without JavaScript': [page(script, '<loket-wijzer city="gent"></loket-wijzer>'), /staat geen link/],
  'a policy against the script': [page(policy("script-src 'self'"), script, element), /houdt het script tegen/],
  'a policy against the questions': [
    page(policy(`default-src 'none'; script-src ${home}`), script, element),
    /houdt de vragen tegen/,
  ],
}
