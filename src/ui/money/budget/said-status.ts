/** How sure a figure is: the stored word and the one on screen. */
import type { FigureStatus as Stored } from '#domain/line.ts'
import type { FigureStatus } from '../../parts/StatusTag.tsx'

const SAID: Readonly<Record<Stored, FigureStatus>> = {
  verified: 'checked',
  secondary: 'second-hand',
  derived: 'calculated',
  unverified: 'to-check',
}

export const saidStatus = (status: Stored): FigureStatus => SAID[status]
