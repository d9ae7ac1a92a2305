import type { Channel, City, PublicService } from '../core/catalogue.ts'
import type { Fact } from '../core/fact.ts'
import type { Texts } from '../core/language.ts'
import { anchorOf, organisationPath, servicePath } from './pages/parts/links.ts'

/** Services as CPSV-AP linked data, with the terms that the Flemish product catalogue (IPDC/LPDC) uses. */

type Node = Record<string, unknown>

export const contextOf = {
  '@context': {
    cpsv: 'http://purl.org/vocab/cpsv#',
    cv: 'http://data.europa.eu/m8g/',
    dct: 'http://purl.org/dc/terms/',
    schema: 'http://schema.org/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    locn: 'http://www.w3.org/ns/locn#',
    adms: 'http://www.w3.org/ns/adms#',
  },
}

/** A service under the address of its page, which stays the same. */
export function serviceNode(service: PublicService, city: City, base: string): Node {
  const uri = address(base, servicePath(service.id))
  const status = service.kind === 'plan' ? 'UnderDevelopment' : 'Completed'
  return {
    '@id': uri,
    '@type': 'cpsv:PublicService',
    'dct:identifier': service.id,
    'dct:title': tagged(service.name),
    'dct:description': tagged(service.answer),
    'adms:status': { '@id': `http://purl.org/adms/status/${status}` },
    'cv:hasCompetentAuthority': authority(service.organisation, city, base),
    'cv:hasChannel': service.channels.map((channel, at) => channelNode(channel, `${uri}#channel-${at + 1}`)),
    'dct:source': service.sources.map(({ document, lines }) => ({
      '@id': address(base, `/bron/${document}#${anchorOf(lines)}`),
      '@type': 'foaf:Document',
    })),
  }
}

/** All that a city offers today as one graph; a plan is not offered yet. */
export function cityGraph(city: City, base: string): Node {
  const services = Object.values(city.services).filter(({ kind }) => kind !== 'plan')
  return { ...contextOf, '@graph': services.map((service) => serviceNode(service, city, base)) }
}

const address = (base: string, path: string): string => new URL(path, base).href

const tagged = (texts: Texts): Node[] =>
  Object.entries(texts).flatMap(([lang, text]) => (text ? [{ '@value': text, '@language': lang }] : []))

function authority(id: string, { organisations }: City, base: string): Node {
  const name = organisations[id]?.name
  return {
    '@id': address(base, organisationPath(id)),
    '@type': 'cv:PublicOrganisation',
    ...(name ? { 'dct:title': tagged(name) } : {}),
  }
}

function channelNode({ type, label, fact, location }: Channel, uri: string): Node {
  const dated = fact ?? location?.address
  const point = {
    ...(fact ? contact(type, fact) : {}),
    ...(location?.address
      ? { 'locn:address': { '@type': 'locn:Address', 'locn:fullAddress': shown(location.address) } }
      : {}),
  }
  return {
    '@id': uri,
    '@type': 'cv:Channel',
    'dct:type': type,
    'dct:title': tagged(label),
    ...(Object.keys(point).length > 0 ? { 'cv:hasContactPoint': { '@type': 'schema:ContactPoint', ...point } } : {}),
    ...(dated?.statedOn ? { 'dct:issued': dated.statedOn } : {}),
  }
}

function contact(type: Channel['type'], fact: Fact): Node {
  const names: Partial<Record<Channel['type'], string>> = { phone: 'schema:telephone', email: 'schema:email' }
  return { [names[type] ?? 'schema:url']: shown(fact) }
}

const shown = ({ value }: Fact): unknown => (typeof value === 'string' ? value : tagged(value))
