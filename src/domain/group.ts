/** The sponsor group itself: one record, with the fixed id `group`. */
import { z } from 'zod/mini'
import { shortText } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

export const GROUP_ID = 'group'

/** Calendar year, a fiscal year that begins in `fiscalStartMonth`, or twelve months from arrival. */
export const reportingYears = ['calendar', 'fiscal', 'sponsorship'] as const
export type ReportingYear = (typeof reportingYears)[number]

export const group = defineKind({
  kind: 'group',
  compartment: 'team',
  fields: {
    /** What the members call the group on their screens; never printed. */
    name: shortText,
    /** What paper says; must not tell why somebody is here. */
    nameOnPaper: shortText,
    reportingYear: z.enum(reportingYears),
    /** 1 to 12; only read for a fiscal year. */
    fiscalStartMonth: z.number().check(z.int(), z.gte(1), z.lte(12)),
  },
  defaults: { name: '', nameOnPaper: '', reportingYear: 'calendar', fiscalStartMonth: 4 },
})
export type Group = RecordOf<typeof group>
