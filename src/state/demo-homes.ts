/**
 * The demo household's homes: the first arrival stayed with a host and then took one, where the second came in; the group
 * looks for another. Of every stage there is one to look at; addresses and landlords are made up.
 */
import { appointment } from '#domain/appointment.ts'
import { addDays, addMonths, firstDay, type IsoDate, lastDay, monthOf } from '#domain/dates.ts'
import { home, homeContact } from '#domain/home.ts'
import { homeCheck, homeCheckId } from '#domain/home-check.ts'
import { type HomePaperKey, homePaper, homePaperId } from '#domain/home-paper.ts'
import { homeSearch, homeSearchId, homeSearchMoney, homeSearchMoneyId } from '#domain/home-search.ts'
import { lease, leaseTaskId, leaseTasks } from '#domain/lease.ts'
import type { FieldsOf } from '#domain/record-kind.ts'
import { task } from '#domain/task.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp } from './commands/gate.ts'
import { type DemoInput, SECOND, SPONSORSHIP, sayIn } from './demo-names.ts'
import type { DemoStory } from './demo-story.ts'
import type { Say } from './demo-story-parts.ts'
import { DEMO_RENT } from './demo-story-support.ts'

const VIEWING = 'demo-appointment-viewing'
const LEASE = 'demo-lease-linden'
const HERON = 'demo-member-heron'
const OTTER = 'demo-member-otter'
const WREN = 'demo-member-wren'

export function homeOps(story: DemoStory, { today, language }: DemoInput): readonly DraftOp[] {
  const say = sayIn(language)
  const ago = (days: number) => addDays(today, -days)
  const terms = (rentCents: number | null, depositCents: number | null = null) => ({
    rentCents,
    depositCents,
    lastMonthCents: null,
  })
  const costs = (utilities: number | null, internet: number, insurance: number, moving: number) => ({
    utilitiesCents: utilities,
    internetCents: internet,
    insuranceCents: insurance,
    movingCents: moving,
    setUpCents: 15_000,
  })
  const at = (stage: FieldsOf<typeof home>['stage']['at'], days: number, reason = '') => ({
    at: stage,
    since: ago(days),
    reason,
  })
  const moved = firstDay(addMonths(monthOf(story.arrived), 1))
  let number = 0
  const one = (id: string, fields: Partial<FieldsOf<typeof home>>): DraftOp => {
    number += 1
    return createOp(home, `demo-home-${id}`, {
      sponsorship: SPONSORSHIP,
      order: `a00${String(number).padStart(2, '0')}0`,
      ...fields,
    })
  }
  const said = (id: string, of: string, days: number, by: string, text: string): DraftOp =>
    createOp(homeContact, `demo-home-contact-${id}`, {
      home: `demo-home-${of}`,
      on: ago(days),
      way: 'call',
      by,
      text,
      order: `a00${id}0`,
    })
  const paper = (home: string, key: HomePaperKey, on: IsoDate | null): DraftOp => {
    const of = `demo-home-${home}`
    const sent = on !== null && on < today
    return createOp(homePaper, homePaperId(of, key), { home: of, key, sent, by: HERON, on })
  }
  return [
    createOp(homeSearch, homeSearchId(SPONSORSHIP), { sponsorship: SPONSORSHIP, units: [SECOND.unit] }),
    createOp(homeSearchMoney, homeSearchMoneyId(SPONSORSHIP), {
      sponsorship: SPONSORSHIP,
      incomeCents: 260_000,
    }),
    one('linden', {
      name: say('Three bedrooms on Linden', 'Trois chambres rue des Tilleuls'),
      address: '118 Linden St (demo)',
      stage: { at: 'settled', since: moved, reason: '' },
      landlord: say('Alder Homes', 'Gestion Alder'),
      reach: '416-555-0118',
      owner: HERON,
      bedrooms: 3,
      terms: { rentCents: DEMO_RENT, depositCents: null, lastMonthCents: DEMO_RENT },
    }),
    ...leaseOps(moved),
    one('host', {
      use: 'temporary',
      stage: { at: 'lead', since: story.arrived, reason: '' },
      name: say('Spare room at Juniper’s', 'Chambre d’amis chez Juniper'),
      address: '9 Juniper Lane (demo)',
      stay: { from: story.arrived, to: addDays(moved, -1) },
      landlord: 'Juniper',
      hostCheckedOn: addDays(story.arrived, -200),
      owner: OTTER,
    }),
    one('elm', {
      name: say('One bedroom on Elm', 'Une chambre rue Elm'),
      address: '12 Elm Ave, 3 (demo)',
      stage: at('viewed', 3),
      landlord: 'M. Birch',
      reach: '416-555-0112',
      found: say('Listing site', 'Site d’annonces'),
      owner: HERON,
      next: { what: say('Send the papers', 'Envoyer les papiers'), on: addDays(today, 2) },
      terms: terms(145_000),
      included: ['heat', 'hot-water', 'water'],
      ...costs(5_500, 6_000, 2_500, 20_000),
      toSchool: say('Adult class: 15 min by bus', 'Cours pour adultes : 15 min en bus'),
      toTransit: say('2 min on foot', '2 min à pied'),
      toGroup: say('10 min by car', '10 min en auto'),
      access: ['ground-floor'],
      bedrooms: 1,
      availableFrom: addDays(today, 8),
      viewing: VIEWING,
    }),
    ...viewingOps(ago(3), say),
    one('oak', {
      name: say('Basement on Oak', 'Sous-sol rue Oak'),
      address: '40 Oak Cres (demo)',
      stage: at('called', 9),
      landlord: 'T. Aspen',
      reach: '416-555-0140',
      owner: WREN,
      terms: terms(120_000, 60_000),
      included: ['heat', 'hot-water', 'water', 'electricity', 'internet'],
      insuranceCents: 2_500,
      toTransit: say('9 min on foot', '9 min à pied'),
      bedrooms: 1,
    }),
    one('lake', {
      name: say('Room by the lake', 'Chambre près du lac'),
      address: say('Lakeshore Rd (demo)', 'Chemin Lakeshore (démo)'),
      stage: at('lead', 6),
      found: say('Sign in the window', 'Affiche dans la fenêtre'),
      terms: terms(95_000),
      bedrooms: 0,
    }),
    one('mill', {
      name: say('Flat above the bakery', 'Logement au-dessus de la boulangerie'),
      stage: at('lead', 1),
      found: say('Choir', 'Chorale'),
    }),
    one('cedar', {
      name: say('Studio on Cedar', 'Studio rue Cedar'),
      address: '77 Cedar St, 510 (demo)',
      stage: at('applied', 2),
      landlord: say('Cedar Towers office', 'Bureau des tours Cedar'),
      owner: HERON,
      next: { what: say('Ask whether they decided', 'Demander s’ils ont décidé'), on: ago(1) },
      terms: { rentCents: 128_000, depositCents: null, lastMonthCents: 128_000 },
      included: ['heat', 'water'],
      ...costs(4_500, 6_000, 2_500, 25_000),
      toSchool: say('Adult class: on foot', 'Cours pour adultes : à pied'),
      toTransit: say('At the door', 'À la porte'),
      toServices: say('Groceries across the street', 'Épicerie en face'),
      access: ['step-free', 'elevator'],
      bedrooms: 0,
      availableFrom: addDays(today, 38),
    }),
    one('pine', {
      name: say('Two bedrooms on Pine', 'Deux chambres rue Pine'),
      address: '5 Pine St (demo)',
      stage: at('rejected', 12, say('Asks for a year of rent ahead', 'Demande un an de loyer d’avance')),
      terms: terms(190_000),
      bedrooms: 2,
    }),
    said(
      '1',
      'elm',
      5,
      HERON,
      say(
        'Still free. Heat and water are included. Viewing agreed.',
        'Encore libre. Chauffage et eau compris. Visite convenue.',
      ),
    ),
    said(
      '2',
      'elm',
      3,
      HERON,
      say(
        'Saw it: quiet, dry, new locks. A letter about income is enough for the landlord.',
        'Visité : calme, sec, serrures neuves. Une lettre sur le revenu suffit au propriétaire.',
      ),
    ),
    said(
      '3',
      'oak',
      9,
      WREN,
      say('Left a message. No answer yet.', 'Message laissé. Pas encore de réponse.'),
    ),
    said('4', 'cedar', 2, HERON, say('Papers handed in at the office.', 'Papiers remis au bureau.')),
    paper('cedar', 'letter', ago(2)),
    paper('cedar', 'references', ago(2)),
    // Shown when the lease is written, and not before.
    paper('cedar', 'identity', null),
    paper('elm', 'letter', addDays(today, 2)),
  ]
}

/** Signed for a year; the days to remember are tasks, as they are when somebody records it. */
function leaseOps(from: IsoDate): readonly DraftOp[] {
  const fields = {
    dates: { from, to: lastDay(addMonths(monthOf(from), 11)) },
    terms: { rentCents: DEMO_RENT, dueDay: 1, depositCents: null, lastMonthCents: DEMO_RENT },
    insurance: { with: 'Prairie Mutual (demo)', paidTo: lastDay(addMonths(monthOf(from), 11)) },
    noticeDays: 60,
    atEnd: '',
  } as const
  return [
    createOp(lease, LEASE, { sponsorship: SPONSORSHIP, home: 'demo-home-linden', ...fields }),
    ...leaseTasks(fields).map(({ key, due, hard }, i) =>
      createOp(task, leaseTaskId(LEASE, key), {
        sponsorship: SPONSORSHIP,
        area: 'housing',
        phase: 'settling',
        due,
        hard,
        owner: HERON,
        links: [{ kind: 'home', id: 'demo-home-linden' }],
        order: `p042${i}`,
        seedKey: key,
      }),
    ),
  ]
}

/** Seen on that day, with some of the list filled in. */
function viewingOps(on: IsoDate, say: Say): readonly DraftOp[] {
  const of = 'demo-home-elm'
  const check = (key: Parameters<typeof homeCheckId>[1], answer: 'good' | 'bad', note = ''): DraftOp =>
    createOp(homeCheck, homeCheckId(of, key), { home: of, key, answer, note })
  return [
    createOp(appointment, VIEWING, {
      sponsorship: SPONSORSHIP,
      kind: 'home',
      title: say('Viewing', 'Visite'),
      time: { start: `${on}T16:30`, end: `${on}T17:15`, zone: 'America/Toronto', allDay: false },
      place: '12 Elm Ave, 3 (demo)',
      members: [HERON],
      status: 'done',
      outcome: { km: 9, hours: 1.5, note: '' },
    }),
    check('heat', 'good', say('Radiators, own dial', 'Radiateurs, réglage individuel')),
    check('mould', 'good'),
    check('locks', 'good', say('New', 'Neuves')),
    check('laundry', 'bad', say('Two streets away', 'À deux rues')),
  ]
}
