/** Who walks the first evening: mouse or keyboard, English or French, each in the browser and on the desktop. */
import type { Language } from '#ui/words/messages.ts'
import { isFull, reportFigures } from '../soak/size.ts'
import type { Hands } from './hands.ts'
import type { JourneyMachine } from './machine.ts'

export interface Combination {
  readonly kind: Hands['kind']
  readonly language: Language
}

const ALL: readonly Combination[] = [
  { kind: 'mouse', language: 'en' },
  { kind: 'mouse', language: 'fr' },
  { kind: 'keyboard', language: 'en' },
  { kind: 'keyboard', language: 'fr' },
]

/** `npm test` walks two that differ in everything, the soak all eight. */
const DIAGONAL: Readonly<Record<JourneyMachine['kind'], Combination>> = {
  browser: { kind: 'mouse', language: 'en' },
  desktop: { kind: 'keyboard', language: 'fr' },
}

export const combinationsOn = (machine: JourneyMachine['kind']): readonly Combination[] =>
  isFull ? ALL : [DIAGONAL[machine]]

/** Of a journey in one machine: `npm test` walks two that differ in both, the soak all four. */
export const ROUNDS: readonly Combination[] = isFull
  ? ALL
  : [
      { kind: 'keyboard', language: 'en' },
      { kind: 'mouse', language: 'fr' },
    ]

/** The lines of all eight become one. */
export function reportJourney(
  machine: JourneyMachine['kind'],
  { kind, language }: Combination,
  actions: number,
): void {
  reportFigures({
    kind: 'the first evening, by mouse or keyboard, in English or French, in a browser or on the desktop',
    cases: 1,
    failures: 0,
    note: `${machine} ${kind} ${language}: ${actions} actions`,
  })
}
