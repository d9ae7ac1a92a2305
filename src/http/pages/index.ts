import type { Hono } from 'hono'
import type { AppParts } from '../app.ts'
import { accessibilityPage } from './accessibility.ts'
import { assets } from './assets.ts'
import { citiesPage } from './cities.ts'
import { cityPage } from './city.ts'
import { demoPages } from './demo.ts'
import { documentPage } from './document.ts'
import { figuresPage } from './figures.ts'
import { organisationPage } from './organisation.ts'
import { privacyPage } from './privacy.ts'
import { servicePage } from './service.ts'

/** Every page; the one of a city, whose path is a single word, comes last. */
export function pages(app: Hono, parts: AppParts): void {
  const rooms = [
    assets,
    citiesPage,
    documentPage,
    servicePage,
    organisationPage,
    privacyPage,
    accessibilityPage,
    figuresPage,
    demoPages,
    cityPage,
  ]
  for (const room of rooms) room(app, parts)
}
