/**
 * A task of the plan: who does what by when. Team records, so everybody in the group reads them: a task says *what* is
 * to be done, never why somebody is here or what is wrong with them – a name, a reason, a clinic belong to Care, and a
 * task may link to it by id.
 */
import { z } from 'zod/mini'
import { due } from './due.ts'
import { isoDate, longText, orderKey, recordId, shortText, wholeFrom } from './fields.ts'
import { defineKind, type RecordOf } from './record-kind.ts'

/** What groups hand out by topic. Empty: no area. */
export const taskAreas = [
  '',
  'group',
  'arrival',
  'housing',
  'household',
  'money',
  'papers',
  'health',
  'school',
  'language',
  'work',
  'community',
] as const
export type TaskArea = (typeof taskAreas)[number]

/** Parts of the way, in order. Empty: none. */
export const taskPhases = [
  '',
  'before',
  'notice',
  'first-week',
  'first-month',
  'settling',
  'half-year',
  'independence',
  'after',
] as const
export type TaskPhase = (typeof taskPhases)[number]

export const taskStates = ['open', 'doing', 'done', 'dropped'] as const
export type TaskState = (typeof taskStates)[number]

export const linkKinds = ['entry', 'home', 'person', 'document', 'consent', 'appointment', 'line'] as const
export type LinkKind = (typeof linkKinds)[number]

export const repeatUnits = ['days', 'weeks', 'months'] as const

export const task = defineKind({
  kind: 'task',
  compartment: 'team',
  fields: {
    /** Null: the group's own, of no sponsorship. */
    sponsorship: z.nullable(recordId),
    /** Empty, of a task with a `seedKey`: the standard words, in the language of whoever reads. */
    title: shortText,
    note: longText,
    area: z.enum(taskAreas),
    phase: z.enum(taskPhases),
    due,
    /** A deadline of law or of an office: missing it costs the household something. */
    hard: z.boolean(),
    /** `doneOn`: the day it was done or dropped; null while it is neither. */
    status: z.object({ state: z.enum(taskStates), doneOn: z.nullable(isoDate) }),
    owner: z.nullable(recordId),
    helpers: z.array(recordId).check(z.maxLength(30)),
    /** Ids only: what is linked may be kept where this laptop cannot read it. */
    links: z.array(z.object({ kind: z.enum(linkKinds), id: recordId })).check(z.maxLength(50)),
    order: orderKey,
    /** Out of sight until that day. */
    snoozedUntil: z.nullable(isoDate),
    /** `from`: counted from the day it was due, or from the day it was done. */
    repeat: z.nullable(
      z.object({ every: wholeFrom(1, 366), unit: z.enum(repeatUnits), from: z.enum(['due', 'done']) }),
    ),
    /** Key of an item of the settlement plan (`resources/plan/settlement.json`); empty: the group's own task. */
    seedKey: shortText,
  },
  defaults: {
    sponsorship: null,
    title: '',
    note: '',
    area: '',
    phase: '',
    due: { kind: 'none' },
    hard: false,
    status: { state: 'open', doneOn: null },
    owner: null,
    helpers: [],
    links: [],
    order: '',
    snoozedUntil: null,
    repeat: null,
    seedKey: '',
  },
})
export type Task = RecordOf<typeof task>

/** Done or dropped: it keeps what it has, whatever becomes of its anchor. */
export const isClosed = (each: Pick<Task, 'status'>): boolean =>
  each.status.state === 'done' || each.status.state === 'dropped'
