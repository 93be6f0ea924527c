/**
 * Shape of the data files of `resources/rates`. Each file is an envelope (what, which version, in effect from when to
 * when, from where, how sure) around its data. Amounts in the files are dollars; `rates.ts` turns them into cents when
 * it looks one up. Null means *not known*, and stays null: no figure is ever invented or carried over from another
 * place or year.
 */
import { z } from 'zod/mini'
import { countsAs, figureStatuses } from './line.ts'
import { payers, programs, provinces } from './sponsorship.ts'

const dollars = z.number().check(z.nonnegative(), z.lte(1_000_000))
const bySize = z.array(dollars).check(z.minLength(6), z.maxLength(6))
const day = z.nullable(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)))
const monthOrDay = z.string().check(z.regex(/^\d{4}-\d\d(-\d\d)?$/))
const monthDay = z.string().check(z.regex(/^\d\d-\d\d$/))
const url = z.string().check(z.regex(/^https:\/\//))
const status = z.enum(figureStatuses)

export const envelope = z.object({
  id: z.string(),
  version: z.string(),
  effectiveFrom: day,
  effectiveTo: day,
  /** `possible`: the source has other editions that could not be read, so the figure may have been replaced. */
  superseded: z.enum(['no', 'possible']),
  source: z.object({ url, retrieved: monthOrDay, status }),
  note: z.string(),
  data: z.unknown(),
})

/** Size 1 to 6 in order. An estimate for the application; never the minimum. */
export const costTable = z.object({
  income12: bySize,
  startUp: bySize,
  total: bySize,
  extraMember: z.object({ income12: dollars, startUp: dollars, total: dollars }),
})

export const inKindDeductions = z.object({
  shelterYear: bySize,
  clothing: bySize,
  furniture: bySize,
  household: bySize,
  linens: bySize,
  staples: bySize,
  schoolPerChild: z.nullable(dollars),
  extraMember: z.nullable(z.record(z.string(), dollars)),
  rules: z.object({ shelterDonorMustBeSignatory: z.boolean(), cashStartUpRequired: z.boolean() }),
})

export const rapStartUp = z.object({
  furniture: bySize,
  household: bySize,
  householdExtra: z.nullable(dollars),
  linens: bySize,
  linensExtra: z.nullable(dollars),
  staples: z.object({ first: dollars, each: dollars }),
  clothing: z.object({ adult: dollars, child: dollars }),
  winter: z.object({ adult: dollars, child: dollars }),
  utilitiesPerAdultFile: dollars,
  schoolPerChild: z.object({
    amount: dollars,
    ages: z.tuple([z.number(), z.number()]),
    status,
    /** Arrivals from the first to the second day of the year (month-day) get it twice. */
    twiceIfArrival: z.object({ from: monthDay, to: monthDay }),
  }),
})

const commonRate = z.object({ amount: dollars, effectiveFrom: day, status, url })

export const communityRates = z.object({
  effectiveFrom: day,
  effectiveFromApproximate: z.boolean(),
  effectiveTo: day,
  status,
  url,
  basic: z.object({ single: dollars, couple: dollars }),
  shelterMaxBySize: bySize,
  transitPerAdult: dollars,
})
export type CommunityRates = z.output<typeof communityRates>

export const rapMonthly = z.object({
  common: z.object({
    communication: commonRate,
    specialDietPerFamily: commonRate,
    housingSupplementMax: commonRate,
  }),
  communities: z.record(z.string(), z.nullable(communityRates)),
  /** Social-assistance figures of a province, to compare with; never used as a figure. */
  proxies: z.record(
    z.string(),
    z.object({
      year: z.nullable(z.number()),
      status,
      url,
      perMonth: z.record(z.string(), dollars),
    }),
  ),
})

export const programPreset = z.object({
  key: z.enum(programs),
  supportMonths: z.number().check(z.int(), z.gte(1), z.lte(36)),
  maxMonths: z.nullable(z.number().check(z.int(), z.gte(1), z.lte(36))),
  /** Runs of months: `[["sponsor", 1], ["government", 6], ["sponsor", 5]]`. */
  payers: z.array(z.tuple([z.enum(payers), z.number().check(z.int(), z.gte(1))])).check(z.minLength(1)),
  startUpPayer: z.enum(payers),
  status,
  url,
  /** Whether the federal monthly and start-up rates apply to it. */
  usesRap: z.boolean(),
  onlyIn: z.nullable(z.enum(provinces)),
  notIn: z.array(z.enum(provinces)),
  minMembers: z.nullable(z.number()),
  maxMembers: z.nullable(z.number()),
  intakePausedUntil: day,
  eligibleSponsors: z.nullable(z.array(z.string())),
  issuesTaxReceipts: z.nullable(z.boolean()),
  notes: z.array(z.string()),
})
export type ProgramPreset = z.output<typeof programPreset>
export const programTable = z.object({ programs: z.array(programPreset) })

export const incomeRuleData = z.object({
  thresholdShare: z.number().check(z.gt(0), z.lte(1)),
  reduction: z.number().check(z.gt(0), z.lte(1)),
  incomeBasis: z.literal('net'),
  childCareMaxPerChildPerMonth: dollars,
  childAgeUnder: z.number(),
  receiptsRequired: z.boolean(),
  exclude: z.array(z.string()),
  testVector: z.object({
    entitlement: dollars,
    gross: dollars,
    deductions: dollars,
    childCare: dollars,
    expectedPayable: dollars,
  }),
})

export const benefitTable = z.object({
  ccb: z.object({
    effectiveFrom: day,
    effectiveTo: day,
    status,
    url,
    under6Year: dollars,
    age6to17Year: dollars,
    fullBelowAfni: dollars,
  }),
  cgeb: z.object({
    effectiveFrom: day,
    effectiveTo: day,
    status,
    url,
    formerly: z.string(),
    singleYear: dollars,
    coupleYear: dollars,
    perChildUnder19Year: dollars,
  }),
  carbonRebate: z.object({ ended: z.string(), status, url }),
  ifhpCopay: z.object({
    effectiveFrom: day,
    effectiveTo: day,
    status,
    url,
    perPrescription: dollars,
    otherSupplementalShare: z.number(),
  }),
})

export const depositTable = z.record(
  z.string(),
  z.nullable(
    z.object({
      maxMonths: z.number(),
      petMaxMonths: z.nullable(z.number()),
      kind: z.enum(['last-month-rent-only', 'security-deposit', 'none-allowed']),
    }),
  ),
)

export const loanTerms = z.object({
  startsAfterMonths: z.number(),
  interest: z.number(),
  tiers: z.array(z.object({ upTo: z.nullable(dollars), months: z.number() })).check(z.minLength(1)),
})

/** Which table figure is a line's official one. */
export const officialFigure = z.discriminatedUnion('table', [
  z.object({
    table: z.literal('rap-startup'),
    figure: z.enum([
      'furniture',
      'household',
      'linens',
      'staples',
      'clothing',
      'winter',
      'utilities',
      'school',
    ]),
    per: z.literal('once'),
  }),
  z.object({
    table: z.literal('rap-monthly'),
    figure: z.enum(['basic', 'shelter', 'communication', 'transit']),
    per: z.literal('month'),
  }),
])
export type OfficialFigure = z.output<typeof officialFigure>

export const standardLine = z.object({
  key: z.string().check(z.regex(/^[a-z-]+$/)),
  countsAs: z.enum(countsAs),
  givenAs: z.enum(['cash', 'on-behalf']),
  order: z.string(),
  official: z.nullable(officialFigure),
})
export type StandardLine = z.output<typeof standardLine>
export const lineTable = z.object({ lines: z.array(standardLine).check(z.minLength(1)) })

export const community = z.object({
  key: z.string(),
  province: z.enum(provinces),
  en: z.string(),
  fr: z.string(),
  aliases: z.array(z.string()),
})
export type Community = z.output<typeof community>
export const communityTable = z.object({ communities: z.array(community) })

export const codeNameTable = z.object({
  names: z.array(z.object({ key: z.string(), en: z.string(), fr: z.string() })).check(z.minLength(1)),
})

export const tellingWordTable = z.object({
  groups: z.array(
    z.object({
      /** Why it tells: shown to the person who typed it. */
      kind: z.enum(['program', 'identity', 'refuge', 'country', 'faith']),
      /** Whole words; a trailing `*` stands for any ending. */
      words: z.array(z.string()),
    }),
  ),
})
