/** The words of the screens for how sure a figure is. */
import type { FigureStatus as Stored } from '#domain/line.ts'
import type { FigureStatus } from './StatusTag.tsx'

const SAID: Readonly<Record<Stored, FigureStatus>> = {
  verified: 'checked',
  secondary: 'second-hand',
  derived: 'calculated',
  unverified: 'to-check',
}

export const saidStatus = (status: Stored): FigureStatus => SAID[status]
