import type { City } from '../../core/catalogue.ts'
import type { WidgetFiles } from '../../core/widget-files.ts'

/** What is known of the place where the widget will stand. */
export type Place = {
  city: City
  /** Our own origin. */
  home: string
  widget: WidgetFiles
  /** Origins that may embed the city, as they are configured now. */
  origins: readonly string[]
}

/** What a city pastes into its pages, and what goes into its policy. */
export function tags({ city, home, widget, origins, local }: Place & { local: boolean }): string {
  const name = city.name.nl
  const integrity = widget.files[widget.entry]?.integrity
  return [
    `De assistent van ${name} op een website: plak deze twee tags in elke pagina.`,
    '',
    `  <script type="module" src="${home}/widget.js"></script>`,
    `  <loket-wijzer city="${city.id}"><a href="${home}/${city.id}">Stel een vraag aan ${name}</a></loket-wijzer>`,
    '',
    'De link in de tweede tag is er voor wie geen JavaScript heeft. De taal volgt uit lang="…" van de pagina; topic="…" op de',
    `tweede tag zegt waarover de pagina gaat, bijvoorbeeld topic="${Object.keys(city.services)[0]}".`,
    '',
    'Wil je zelf kiezen wanneer het script verandert, neem dan deze eerste tag. De browser kijkt het script na (SRI):',
    '',
    `  <script type="module" src="${home}/widget/${widget.entry}" integrity="${integrity}"></script>`,
    '',
    'Zeg het dan aan wie de Loketwijzer beheert: beide bestanden gaan mee in adapters/web/widget/pinned/, en blijven zo bestaan.',
    '',
    'Heeft de website een Content-Security-Policy, voeg daar dit aan toe. Meer is niet nodig, ook met Trusted Types niet:',
    '',
    `  script-src ${home}`,
    `  connect-src ${home}`,
    '',
    `De website moet ook op onze lijst staan: widgetOrigins in knowledge/${city.id}/city.yaml, of WIDGET_ORIGINS.`,
    `Daar staat nu: ${origins.join(', ') || 'nog geen enkele website'}.`,
    '',
    `Kijk een pagina na: npm run embed -- ${city.id} https://www.stad.example/pagina`,
    ...(local ? ['', `Let op: ${home} is deze computer. Zet PUBLIC_URL, of geef --home https://… mee.`] : []),
  ].join('\n')
}
