/**
 * The demo household: everything a first look needs, as one change of creates. Fictional throughout and the same every
 * time for a day; dates are relative to `today`, so that it is always month 5 of 12.
 */
import { account, statement } from '#domain/account.ts'
import { importBatch, payeeRule } from '#domain/bank-import.ts'
import { addDays, addMonths, type IsoDate, lastDay, monthOf, yearOf } from '#domain/dates.ts'
import { entry } from '#domain/entry.ts'
import { GROUP_ID, group } from '#domain/group.ts'
import { majority, person, supportUnit } from '#domain/household.ts'
import { majorityId } from '#domain/household-units.ts'
import { member } from '#domain/member.ts'
import { type Cents, sumCents } from '#domain/money.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { reportNotes } from '#domain/report-record.ts'
import { safetyEvent } from '#domain/safety-event.ts'
import { arrival, sponsorship } from '#domain/sponsorship.ts'
import type { DraftOp } from '#store/store.ts'
import { createOp } from './commands/gate.ts'
import { afterSupportOps } from './demo-after-support.ts'
import { appointmentOps } from './demo-appointments.ts'
import { lineOps, minimumOps } from './demo-budget.ts'
import { type DemoEntry, EARLIER_BATCH, entriesOf, LATEST_BATCH } from './demo-entries.ts'
import { homeOps } from './demo-homes.ts'
import {
  ACCOUNTS,
  type DemoInput,
  FIRST,
  lineId,
  SECOND,
  SPONSORSHIP,
  sayIn,
  statementId,
} from './demo-names.ts'
import { paperOps } from './demo-papers.ts'
import { checkOps, contactOps, MONTHS_TO_MAJORITY, newcomerOps } from './demo-people.ts'
import { planOps } from './demo-plan.ts'
import { withRecurring } from './demo-recurring.ts'
import { type DemoStory, demoStory } from './demo-story.ts'
import { thingOps } from './demo-things.ts'

export type { DemoInput } from './demo-names.ts'

const OPENING: Cents = 441_366
const DAY_MS = 86_400_000

export function demoHousehold(input: DemoInput): readonly DraftOp[] {
  const story = demoStory(input.today, input.language)
  const { entries, ops: recurringOps } = withRecurring(story, input, entriesOf(story, input))
  return [
    ...peopleOps(input),
    ...sponsorshipOps(story, input),
    ...newcomerOps(story.arrived, input),
    ...checkOps(story.arrived, input),
    ...contactOps(input),
    ...accountOps(story, input, entries),
    ...lineOps(story, input),
    ...entries.map(({ id, fields }) => createOp(entry, id, fields)),
    ...recurringOps,
    ...minimumOps(story, input),
    ...otherOps(story, input, entries),
    ...thingOps(input),
    ...appointmentOps(input),
    ...planOps(story, input, entries),
    ...paperOps(story, input),
    ...afterSupportOps(input),
    ...homeOps(story, input),
  ]
}

function peopleOps({ memberId, language, now }: DemoInput): readonly DraftOp[] {
  const say = sayIn(language)
  const person = (id: string, name: string, more: Partial<FieldsOf<typeof member>> = {}): DraftOp =>
    createOp(member, id, { name, ...more })
  return [
    createOp(group, GROUP_ID, {
      name: say('Demo group of Lantern Street', 'Groupe de démonstration, rue des Lanternes'),
      nameOnPaper: say('Sponsor group (demo)', 'Groupe de parrainage (démo)'),
      reportingYear: 'calendar',
    }),
    person(memberId, 'Robin', { roles: ['coordinator', 'treasurer'], phone: '416-555-0111' }),
    person('demo-member-heron', 'Heron', {
      phone: '416-555-0123',
      available: ['tu-morning', 'th-morning', 'sa-morning', 'sa-afternoon', 'sa-evening'],
      availableNote: say('Has a car with two child seats.', 'A une auto avec deux sièges d’enfant.'),
    }),
    person('demo-member-otter', 'Otter', { roles: ['coordinator'], phone: '416-555-0136' }),
    person('demo-member-wren', 'Wren', {
      paperOnly: true,
      phone: '416-555-0158',
      available: ['mo-afternoon', 'we-afternoon'],
    }),
    person('demo-member-pika', 'Pika', { leftAt: now - 70 * DAY_MS }),
  ]
}

function sponsorshipOps({ arrived, secondArrived }: DemoStory, { language }: DemoInput): readonly DraftOp[] {
  const landed = (date: IsoDate) => ({
    state: 'landed' as const,
    from: null,
    to: null,
    expected: date,
    landed: date,
    reached: date,
  })
  const people = [
    ['A1', 'adult', FIRST],
    ['A2', 'adult', FIRST],
    ['C1', 'child-6-17', FIRST],
    ['C2', 'child-0-5', FIRST],
    ['A3', 'adult', SECOND],
  ] as const
  return [
    createOp(sponsorship, SPONSORSHIP, {
      codeName: sayIn(language)('Tamarack', 'Mélèze'),
      program: 'sah',
      province: 'ON',
      community: 'Toronto',
      communityKey: 'ON-GTA',
      supportMonths: 12,
      payerByMonth: Array.from({ length: 12 }, () => 'sponsor' as const),
      reference: 'DEMO-07',
    }),
    createOp(arrival, FIRST.arrival, { sponsorship: SPONSORSHIP, order: 'a0010', timing: landed(arrived) }),
    createOp(arrival, SECOND.arrival, {
      sponsorship: SPONSORSHIP,
      order: 'a0020',
      timing: landed(secondArrived),
    }),
    createOp(supportUnit, FIRST.unit, { sponsorship: SPONSORSHIP, label: 'U1', order: 'a0010' }),
    createOp(supportUnit, SECOND.unit, { sponsorship: SPONSORSHIP, label: 'U2', order: 'a0020' }),
    ...people.map(([label, band, of], i) =>
      createOp(person, `demo-person-${label}`, {
        sponsorship: SPONSORSHIP,
        ...of,
        label,
        band,
        order: `a00${(i + 1) * 10}`,
      }),
    ),
    createOp(majority, majorityId('demo-person-C1'), {
      person: 'demo-person-C1',
      month: addMonths(monthOf(arrived), MONTHS_TO_MAJORITY),
    }),
  ]
}

function accountOps(
  { begun }: DemoStory,
  input: DemoInput,
  entries: readonly DemoEntry[],
): readonly DraftOp[] {
  const say = sayIn(input.language)
  const balanceAt = (date: IsoDate): Cents =>
    OPENING +
    sumCents(
      entries.flatMap(({ fields }) => {
        if (fields.date > date) return []
        if (fields.money.toAccount === ACCOUNTS.bank) return [-fields.money.cents]
        return fields.account === ACCOUNTS.bank ? [fields.money.cents] : []
      }),
    )
  const months: string[] = []
  for (let month = monthOf(begun); month < monthOf(input.today); month = addMonths(month, 1))
    months.push(month)
  return [
    createOp(account, ACCOUNTS.bank, {
      name: say('Chequing (demo)', 'Compte chèques (démo)'),
      type: 'bank',
      opening: { date: begun, cents: OPENING },
      salt: 'de'.repeat(32),
      order: 'a0010',
    }),
    createOp(account, ACCOUNTS.cash, {
      name: say('Cash envelope', 'Enveloppe de comptant'),
      type: 'cash',
      opening: { date: begun, cents: 0 },
      salt: 'ca'.repeat(32),
      order: 'a0020',
    }),
    ...months.map(month =>
      createOp(statement, statementId(month), {
        account: ACCOUNTS.bank,
        balance: { date: lastDay(month), cents: balanceAt(lastDay(month)) },
        source: 'bank-file',
      }),
    ),
  ]
}

function otherOps(story: DemoStory, input: DemoInput, entries: readonly DemoEntry[]): readonly DraftOp[] {
  const say = sayIn(input.language)
  const { now, today } = input
  const year = yearOf(today)
  const batch = (id: RecordId, importedAt: number): DraftOp => {
    const rows = entries.filter(each => each.fields.importBatch === id)
    const count = rows.length
    return createOp(importBatch, id, {
      account: ACCOUNTS.bank,
      fileHash: id === LATEST_BATCH ? 'd1'.repeat(32) : 'd0'.repeat(32),
      format: 'csv-td',
      importedAt,
      rows: { inFile: count, added: count, matched: 0, leftOut: 0 },
      dates: { first: rows[0]?.fields.date ?? today, last: rows.at(-1)?.fields.date ?? today },
      closingCents: null,
    })
  }
  const rule = (id: string, match: string, key: string): DraftOp =>
    createOp(payeeRule, `demo-rule-${id}`, {
      match,
      direction: 'out',
      line: lineId(key),
      order: `a00${id}0`,
      learned: true,
    })
  return [
    batch(EARLIER_BATCH, now - 38 * DAY_MS),
    batch(LATEST_BATCH, now - DAY_MS),
    rule('1', 'rent tamarack st', 'rent'),
    rule('2', 'hydro alder', 'utilities'),
    rule('3', 'city transit', 'transit'),
    createOp(safetyEvent, 'demo-safety-1', { event: 'recovery-proven', at: now - 540 * DAY_MS }),
    createOp(safetyEvent, 'demo-safety-2', { event: 'sealed-copy', at: now - 41 * DAY_MS, records: 214 }),
    createOp(reportNotes, 'demo-report-notes', {
      sponsorship: SPONSORSHIP,
      period: { from: `${year}-01-01`, to: `${year}-12-31` },
      preparedBy: 'Robin',
      reviewedBy: 'Heron',
      unusual: {
        answer: 'yes',
        note: say(
          'The arrival was 24 days later than announced, and month 1 was short until it was made good.',
          'L’arrivée a eu lieu 24 jours plus tard que prévu, et le mois 1 a été insuffisant jusqu’à ce qu’il soit complété.',
        ),
      },
      changes: say(
        `The notice was for ${addDays(story.arrived, -24)}; the arrival was on ${story.arrived}. The minimum of unit 1 changes from month 3. Unit 2 has been supported since ${story.secondArrived}, with a clock of its own. Month 1 was short and was made good in month 2.`,
        `L’avis annonçait le ${addDays(story.arrived, -24)}; l’arrivée a eu lieu le ${story.arrived}. Le minimum de l’unité 1 change dès le mois 3. L’unité 2 est soutenue depuis le ${story.secondArrived}, avec son propre calendrier. Le mois 1 était insuffisant et a été complété au mois 2.`,
      ),
      balancePlan: say(
        'What is left goes to the second arrival’s last months.',
        'Le solde servira aux derniers mois de la seconde arrivée.',
      ),
    }),
  ]
}
