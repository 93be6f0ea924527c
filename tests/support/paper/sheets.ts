/** The sheets about housing, rides and month 13: how each is reached, and what stands on it. */
import proof from '#resources/letters/proof-of-address.json' with { type: 'json' }
import rent from '#resources/letters/rent-letter.json' with { type: 'json' }
import { LANGUAGE_NAMES, type Language } from '#ui/words/messages.ts'
import type { Walk } from '../screens/walk.ts'
import { long } from './full-group.ts'

export interface Sheet {
  readonly name: string
  readonly testId: string
  /** From the open group, wherever it is. The sheet can be printed then. */
  readonly open: (walk: Walk, here: Here) => Promise<void>
  /** The fields of the group that stand on it: all of these, and nothing else. */
  readonly holds: readonly string[]
  /** What else has to stand on it. */
  readonly says: (walk: Walk, language: Language) => readonly string[]
  readonly mostPages: number
  /** Each page says at its foot which of how many it is. */
  readonly isNumbered?: boolean
  /** On Letter paper alone. */
  readonly isCard?: boolean
  /** To be cut apart, up to the edge of the paper and in small letters: the spec of the cards looks at it. */
  readonly isCut?: boolean
}

interface Here {
  readonly language: Language
  /** The word in a field. */
  readonly told: (path: string) => string
}

const MEMBERS = ['member.name'] as const
const CARD = [
  'appointment.title',
  'appointment.place',
  'appointment.preparation',
  'member.name',
  'person.label',
] as const

async function openHome({ housing, page }: Walk, name: string): Promise<void> {
  await housing('list', 'housing.list')
  await page.getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

async function openRun({ page, t, housing, title, button }: Walk, number = 0): Promise<void> {
  await housing('board', 'housing.title')
  await page
    .getByRole('navigation', { name: t('housing.nav'), exact: true })
    .getByRole('button', { name: t('housing.nav.runs'), exact: true })
    .click()
  await title('things.runs.title')
  await button('things.runs.paper').nth(number).click()
}

async function openRides({ page, t, title, button, dialog }: Walk, name: string): Promise<void> {
  const main = page.getByRole('navigation', { name: t('common.shell.navigation') })
  await main.getByText(t('common.shell.calendar'), { exact: true }).click()
  await title('calendar.title')
  await button('calendar.rides').click()
  await dialog()
    .getByRole('combobox', { name: t('calendar.rides.who') })
    .selectOption({ label: name })
}

async function openCards({ page, t, title, button, field }: Walk): Promise<void> {
  const main = page.getByRole('navigation', { name: t('common.shell.navigation') })
  await main.getByText(t('common.shell.calendar'), { exact: true }).click()
  await title('calendar.title')
  await button('calendar.cards').click()
  await field('calendar.cards.language').waitFor()
}

/** A letter is in the language of whoever reads it: here in the one that the screen does not have. */
const readerOf = (language: Language): Language => (language === 'en' ? 'fr' : 'en')
const letterFor = (walk: Walk, screen: Language) =>
  walk
    .dialog()
    .getByRole('radio', { name: LANGUAGE_NAMES[readerOf(screen)] })
    .check()

export const SHEETS: readonly Sheet[] = [
  {
    name: 'viewing',
    testId: 'viewing-paper',
    async open(walk, { told }) {
      await openHome(walk, told('home.name'))
      await walk.button('housing.checks.open', { done: 1, of: 20 }).click()
      await walk.button('housing.checks.print').click()
    },
    holds: ['home.name', 'home.address', 'home.landlord', 'home.reach'],
    says: ({ t }) =>
      ['sheet.title', 'check.heat', 'check.papers', 'check-group.landlord', 'sheet.photos'].map(id =>
        t(`housing.${id}`),
      ),
    mostPages: 1,
    isNumbered: true,
  },
  {
    name: 'guide',
    testId: 'guide-paper',
    async open(walk, { told }) {
      await openHome(walk, told('home.name'))
      await walk.button('housing.guide').click()
    },
    holds: [],
    says: ({ t }) =>
      ['guide', 'guide.do-not.why', 'guide.say.contact', 'guide.ontario'].map(id => t(`housing.${id}`)),
    mostPages: 1,
  },
  {
    name: 'rent-letter',
    testId: 'rent-letter-paper',
    async open(walk, { told, language }) {
      await openHome(walk, told('home.name'))
      await walk.button('housing.rent-letter').click()
      await letterFor(walk, language)
    },
    holds: ['group.nameOnPaper', 'home.landlord', 'home.address'],
    says(_, language) {
      const words = rent[readerOf(language)]
      return [words.title, words.pays, words.promise, words['of-group'], words.name]
    },
    mostPages: 1,
  },
  {
    name: 'condition',
    testId: 'condition-paper',
    async open(walk, { told }) {
      await openHome(walk, told('home.name'))
      await walk.button('housing.condition').click()
    },
    holds: ['home.address'],
    says: ({ t }) => [
      t('housing.condition'),
      t('housing.condition.bedroom', { number: 2 }),
      t('housing.condition-item.fridge'),
      t('housing.condition-item.co-alarm'),
      t('housing.condition.tenants'),
      t('housing.landlord'),
      t('housing.condition.date'),
    ],
    mostPages: 2,
    isNumbered: true,
  },
  {
    name: 'proof',
    testId: 'letter-paper',
    async open(walk, { told, language }) {
      await openHome(walk, told('stay: home.name'))
      await walk.button('housing.letter').click()
      await letterFor(walk, language)
    },
    holds: ['stay: home.address', 'stay: home.landlord'],
    says(_, language) {
      const words = proof[readerOf(language)]
      return [words.title, words.names, words.open, words['of-provider'], words['of-resident'], words.name]
    },
    mostPages: 1,
    isNumbered: true,
  },
  {
    name: 'run',
    testId: 'run-paper',
    open: walk => openRun(walk),
    holds: [
      'delivery-run.name',
      'delivery-run.note',
      ...MEMBERS,
      ...['place', 'contact', 'note'].flatMap(each => [
        `delivery-stop.${each}`,
        `second: delivery-stop.${each}`,
      ]),
      'household-item.name',
      'household-item.delivery',
    ],
    says: ({ t }) => [t('things.stop.pick-up'), t('things.stop.drop-off')],
    mostPages: 1,
    isNumbered: true,
  },
  {
    name: 'rides',
    testId: 'rides-paper',
    open: (walk, { told }) => openRides(walk, told('member.name')),
    holds: [
      ...MEMBERS,
      'appointment.title',
      'appointment.place',
      'person.label',
      'coordinator: member.name',
      'coordinator: member.phone',
    ],
    says: ({ t }) => [t('calendar.role.driver'), t('calendar.rides.travel', { count: 25 })],
    mostPages: 1,
    isNumbered: true,
  },
  {
    name: 'cards',
    testId: 'card-paper',
    open: openCards,
    holds: CARD,
    says: () => [],
    mostPages: 1,
    isCard: true,
    isCut: true,
  },
  {
    name: 'card-large',
    testId: 'card-paper',
    async open(walk) {
      await openCards(walk)
      await walk.field('calendar.cards.size').selectOption('letter')
    },
    holds: CARD,
    says: () => [],
    mostPages: 1,
    isCard: true,
  },
  {
    name: 'card-week',
    testId: 'card-paper',
    async open(walk) {
      await openCards(walk)
      await walk.field('calendar.cards.what').selectOption('week')
    },
    holds: CARD,
    says: () => [],
    mostPages: 1,
    isCard: true,
  },
  {
    name: 'card-support',
    testId: 'card-paper',
    async open(walk) {
      await openCards(walk)
      await walk.field('calendar.cards.what').selectOption('support')
      await walk.field('calendar.cards.size').selectOption('letter')
    },
    holds: ['person.label', 'child: person.label'],
    says: () => [],
    mostPages: 1,
    isCard: true,
  },
  {
    name: 'month-13',
    testId: 'month-13-paper',
    async open(walk) {
      await walk.plan('month-13', 'after.title')
      await walk.button('after.print').click()
    },
    holds: [
      'support-unit.label',
      'after-support-line.name',
      'whom-to-call.about',
      'contact.name',
      'contact.phone',
    ],
    says: ({ t }) => [t('after.sheet'), t('after.never-repay')],
    mostPages: 1,
  },
]

/** Those of a group that has as much of everything as there may be, and of a home and a run without anything. */
export const FULL_SHEETS: readonly {
  readonly name: string
  readonly testId: string
  readonly open: (walk: Walk) => Promise<void>
}[] = [
  ...(['Full', 'Bare'] as const).flatMap(name => [
    {
      name: `viewing-${name}`,
      testId: 'viewing-paper',
      async open(walk: Walk) {
        await openHome(walk, name)
        await walk.button('housing.checks.open', { done: 0, of: 20 }).click()
        await walk.button('housing.checks.print').click()
      },
    },
    ...(
      [
        ['rent-letter', 'rent-letter-paper'],
        ['letter', 'letter-paper'],
        ['condition', 'condition-paper'],
      ] as const
    ).map(([button, testId]) => ({
      name: `${button}-${name}`,
      testId,
      async open(walk: Walk) {
        await openHome(walk, name)
        await walk.button(`housing.${button}`).click()
      },
    })),
  ]),
  { name: 'run', testId: 'run-paper', open: walk => openRun(walk, 1) },
  { name: 'run-empty', testId: 'run-paper', open: walk => openRun(walk, 0) },
  { name: 'rides', testId: 'rides-paper', open: walk => openRides(walk, long('Driver')) },
]

export const printedPaths: readonly string[] = [...new Set(SHEETS.flatMap(each => each.holds))]
