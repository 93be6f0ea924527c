/**
 * Commands of set-up, steps 3 to 5. Each is one change and can be repeated with other answers until money or people
 * depend on it; what a skipped step would have made is made with defaults by the next one that needs it.
 */

import { account } from '#domain/account.ts'
import { type BudgetSeed, type SeedInput, seedBudget, seededRecords } from '#domain/budget-seed.ts'
import type { IsoDate } from '#domain/dates.ts'
import { GROUP_ID, group } from '#domain/group.ts'
import { majority, person, supportUnit } from '#domain/household.ts'
import { type HouseholdAnswers, planHousehold } from '#domain/household-plan.ts'
import { interpreterWishes } from '#domain/interpreter-wishes.ts'
import { line } from '#domain/line.ts'
import { budgetsFollowing } from '#domain/payers.ts'
import { personPrivate } from '#domain/person-private.ts'
import type { FieldsOf, RecordId } from '#domain/record-kind.ts'
import { type Arrival, arrival, type Sponsorship, sponsorship } from '#domain/sponsorship.ts'
import { clockStart } from '#domain/support-months.ts'
import type { DraftOp } from '#store/store.ts'
import { firstArrival, householdUnitsOf, nobodyTurns18, unitsAtStart } from '../household.ts'
import { bytesToHex } from '../ids.ts'
import { shippedRates } from '../shipped-rates.ts'
import { type CommandResult, createOp, setOps } from './gate.ts'
import { nobodyTurns18Ops } from './household.ts'
import { orderBetween } from './order.ts'
import type { CommandTools } from './tools.ts'

export type SponsorshipAnswers = Partial<Omit<FieldsOf<typeof sponsorship>, 'codeName' | 'status'>> & {
  readonly timing?: Arrival['timing']
}

export interface MoneyAnswers {
  readonly account: {
    readonly name: string
    readonly type: 'bank' | 'cash' | 'sah-trust'
    readonly opening: { readonly date: IsoDate; readonly cents: number }
  }
  readonly reportingYear: FieldsOf<typeof group>['reportingYear']
  readonly expectedRentCents: number | null
}

export interface SetUpCommands {
  /** Step 3: creates the sponsorship and its first arrival, or changes them. */
  setUpSponsorship(answers: SponsorshipAnswers): Promise<CommandResult>
  /** Step 4: code name and people. */
  setUpHousehold(codeName: string, answers: HouseholdAnswers): Promise<CommandResult>
  /** Step 5: account, reporting year, and the lines of the budget. */
  setUpMoney(answers: MoneyAnswers): Promise<CommandResult>
  /** The budget that step 5 would make, to be looked at first. */
  previewBudget(expectedRentCents: number | null): BudgetSeed
  /** Changes what is known of an arrival. */
  editArrival(id: RecordId, fields: Partial<FieldsOf<typeof arrival>>): Promise<CommandResult>
  /** With other payers or months, budget lines that still follow the program follow along. */
  editSponsorship(id: RecordId, fields: Partial<FieldsOf<typeof sponsorship>>): Promise<CommandResult>
}

export function createSetUpCommands(tools: CommandTools): SetUpCommands {
  const { gate, live, newId, random, today } = tools

  /** The sponsorship that set-up is about: the first active one, or a new one with its first arrival. */
  function ensureSponsorship(
    fields: Partial<FieldsOf<typeof sponsorship>>,
    timing?: Arrival['timing'],
  ): { id: RecordId; ops: readonly DraftOp[] } {
    const known = currentSponsorship(tools)
    if (!known) {
      const id = newId()
      const first = createOp(arrival, newId(), {
        sponsorship: id,
        order: orderBetween('', ''),
        ...(timing ? { timing } : {}),
      })
      return { id, ops: [createOp(sponsorship, id, fields), first] }
    }
    const first = firstArrival(tools, known.id)
    return {
      id: known.id,
      ops: [
        ...setOps(sponsorship, known.id, fields),
        ...(first && timing ? setOps(arrival, first.id, { timing }) : []),
      ],
    }
  }

  return {
    setUpSponsorship({ timing, ...fields }) {
      return gate.run('setUpSponsorship', ensureSponsorship(fields, timing).ops)
    },

    setUpHousehold(codeName, answers) {
      const { seniors } = answers
      const { id, ops } = ensureSponsorship({ codeName, ...(seniors ? { seniors } : {}) })
      const plan = planHousehold(answers, id, newId)
      const first = firstArrival(tools, id)?.id ?? newArrivalIn(ops)
      const plannedFirst = plan.records.find(each => each.id === plan.arrivals[0])
      // The first arrival exists since step 3, with its dates: the planned one gives way to it, but for its place.
      const order = String(plannedFirst?.fields['order'] ?? '')
      const records = plan.records.filter(each => each !== plannedFirst)
      const people = live.records(person).filter(each => each.sponsorship === id)
      const before = [
        ...people,
        ...live.records(supportUnit).filter(each => each.sponsorship === id),
        ...live.records(arrival).filter(each => each.sponsorship === id && each.id !== first),
        ...[
          ...live.records(majority),
          ...live.records(personPrivate),
          ...live.records(interpreterWishes),
        ].filter(each => people.some(one => one.id === each.person)),
      ]
      return gate.run('setUpHousehold', [
        ...ops.map(op =>
          op.op === 'create' && op.id === first ? { ...op, fields: { ...op.fields, order } } : op,
        ),
        ...(first && live.get(arrival, first) ? setOps(arrival, first, { order }) : []),
        ...before.map(each => ({ op: 'delete', id: each.id }) as const),
        ...records.map(each => ({
          op: 'create' as const,
          kind: each.kind,
          id: each.id,
          fields:
            each.fields['arrival'] === plannedFirst?.id && first
              ? { ...each.fields, arrival: first }
              : each.fields,
        })),
        ...nobodyTurns18Ops(tools, id, answers.turns18.answer === 'no' && hasYoung(answers)),
      ])
    },

    setUpMoney(answers) {
      const { id, ops } = ensureSponsorship({})
      const seed = seedFor(tools, id, answers.expectedRentCents)
      const have = new Set(
        live
          .records(line)
          .filter(each => each.sponsorship === id)
          .map(each => each.key),
      )
      const lines = seededRecords(seed, newId).filter(each => !have.has(String(each.fields['key'])))
      const accounts = live.records(account)
      return gate.run('setUpMoney', [
        ...ops,
        ...setOps(group, GROUP_ID, { reportingYear: answers.reportingYear }),
        ...(accounts.length === 0
          ? [
              createOp(account, newId(), {
                ...answers.account,
                salt: bytesToHex(random(32)),
                order: orderBetween('', ''),
              }),
            ]
          : []),
        ...lines.map(each => ({ op: 'create' as const, kind: each.kind, id: each.id, fields: each.fields })),
      ])
    },

    previewBudget(expectedRentCents) {
      return seedFor(tools, currentSponsorship(tools)?.id ?? '', expectedRentCents)
    },
    editArrival: (id, fields) => gate.run('editArrival', setOps(arrival, id, fields)),
    editSponsorship: (id, fields) => gate.run('editSponsorship', sponsorshipOps(tools, id, fields)),
  }

  function seedFor(
    { live }: Pick<CommandTools, 'live'>,
    id: RecordId,
    expectedRentCents: number | null,
  ): BudgetSeed {
    const known: Sponsorship = live.get(sponsorship, id) ?? { id, deleted: false, ...sponsorship.defaults }
    const first = firstArrival(tools, id)
    const input: SeedInput = {
      sponsorship: known,
      units: unitsAtStart(tools.live, id, today()),
      turns18: householdUnitsOf(tools.live, id).some(each => each.begins !== null)
        ? 'known'
        : nobodyTurns18(tools.live, id)
          ? 'no'
          : 'unknown',
      seniors: known.seniors,
      arrivalDate: first ? (clockStart(first)?.date ?? null) : null,
      expectedRentCents,
      today: today(),
    }
    return seedBudget(shippedRates(), input)
  }
}

/** With the budget lines that still follow the program. */
export function sponsorshipOps(
  { live }: Pick<CommandTools, 'live'>,
  id: RecordId,
  fields: Partial<FieldsOf<typeof sponsorship>>,
): readonly DraftOp[] {
  const known = live.get(sponsorship, id)
  const lines = live.records(line).filter(each => each.sponsorship === id)
  const follow = known ? budgetsFollowing(lines, known, { ...known, ...fields }) : []
  return [
    ...setOps(sponsorship, id, fields),
    ...follow.flatMap(each => setOps(line, each.line, { budget: each.budget })),
  ]
}

/** Whether there is anybody of whom it could be asked. */
const hasYoung = ({ people, laterArrivals }: HouseholdAnswers): boolean =>
  [people, ...laterArrivals].some(each => each !== null && each.children6to17 > 0)

/** The first active sponsorship, or the first of all. */
export function currentSponsorship({ live }: Pick<CommandTools, 'live'>): Sponsorship | undefined {
  const all = live.records(sponsorship)
  return all.find(each => each.status === 'active') ?? all[0]
}

function newArrivalIn(ops: readonly DraftOp[]): RecordId | undefined {
  return ops.find(op => op.op === 'create' && op.kind === arrival.kind)?.id
}
