/**
 * What a task may be about. A link is a kind and an id, written where everybody in the group reads it: what the thing
 * is called is read from its own record, by those who have the key of it.
 */
import { appointment } from './appointment.ts'
import { consent, consentPlace } from './consent.ts'
import { personDocument } from './document.ts'
import { entry } from './entry.ts'
import { home } from './home.ts'
import { person } from './household.ts'
import { line } from './line.ts'
import type { Compartment, RecordKind } from './record-kind.ts'
import type { LinkKind, Task } from './task.ts'

export type TaskLink = Task['links'][number]

/** A consent that was taken back makes tasks about itself and about each place where it was used. */
const TARGETS: Readonly<Record<LinkKind, readonly [RecordKind, ...RecordKind[]]>> = {
  home: [home],
  person: [person],
  appointment: [appointment],
  document: [personDocument],
  entry: [entry],
  line: [line],
  consent: [consent, consentPlace],
}

export const kindsLinked = (kind: LinkKind): readonly RecordKind[] => TARGETS[kind]

/** Which key reads it. */
export const compartmentLinked = (kind: LinkKind): Compartment => TARGETS[kind][0].compartment

export const isSameLink = (a: TaskLink, b: TaskLink): boolean => a.kind === b.kind && a.id === b.id
