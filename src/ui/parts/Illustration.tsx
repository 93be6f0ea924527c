/**
 * Quiet line drawings for empty screens, drawn with the tokens so that they follow the theme. They say nothing that
 * the words do not, and are hidden from screen readers.
 */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import css from './Illustration.module.css'

const c = classes(css)

const GROUND = <path className={c('line', 'faint')} d="M14 100h132" />

const DRAWINGS = {
  porch: (
    <>
      <circle className={c('glow')} cx="80" cy="44" r="34" />
      {GROUND}
      <path className={c('line')} d="M80 8v12M70 24c2-4 6-5 10-5s8 1 10 5" />
      <path className={c('line', 'paper')} d="M66 26h28l4 8H62z" />
      <path className={c('line', 'paper')} d="M64 34h32l-4 32H68z" />
      <path className={c('line')} d="M66 66h28v5H66zM74 34l2 32M86 34l-2 32" />
      <path className={c('lamp')} d="M80 42c5 6 6 9 6 12a6 6 0 0 1-12 0c0-3 1-6 6-12z" />
      <path className={c('line', 'faint')} d="M30 100V58l-8 4M30 70h12M130 100V58l8 4M130 70h-12" />
    </>
  ),
  ledger: (
    <>
      {GROUND}
      <path
        className={c('line', 'paper')}
        d="M80 34c-10-7-26-8-44-6v60c18-2 34-1 44 6 10-7 26-8 44-6V28c-18-2-34-1-44 6z"
      />
      <path className={c('line')} d="M80 34v60" />
      <path
        className={c('line', 'faint')}
        d="M46 42c8 0 16 0 24 3M46 54c8 0 16 0 24 3M46 66c8 0 16 0 24 3M90 45c8-3 16-3 24-3M90 57c8-3 12-3 16-3"
      />
      <circle className={c('lamp')} cx="112" cy="76" r="9" />
      <path
        className={c('line', 'onLamp')}
        d="M112 71v10M115 73.5c-1-1-5-1.5-5 .6 0 2.400 5 1.200 5 3.600 0 2-4 1.800-5.5.4"
      />
    </>
  ),
  envelope: (
    <>
      {GROUND}
      <path className={c('line', 'paper')} d="M38 44h84v48H38z" />
      <path className={c('line', 'paper')} d="M50 20h60v44L80 82 50 64z" />
      <path className={c('line', 'faint')} d="M60 32h26M60 42h40M60 52h32" />
      <path className={c('lamp')} d="M96 28h8v8h-8z" />
      <path className={c('line', 'paper')} d="m38 44 42 30 42-30v48H38z" />
      <path className={c('line')} d="m38 92 30-27M122 92 92 65" />
    </>
  ),
  report: (
    <>
      {GROUND}
      <path className={c('line', 'paper')} d="M58 22h56v72H58z" />
      <path className={c('line', 'paper')} d="M46 28h56v72H46z" />
      <path className={c('line')} d="M56 42h22" />
      <path className={c('line', 'faint')} d="M56 52h36M56 60h30" />
      <path className={c('lamp')} d="M58 80h6v10h-6z" />
      <path className={c('lamp')} d="M70 74h6v16h-6z" />
      <path className={c('lamp')} d="M82 68h6v22h-6z" />
      <path className={c('line')} d="M54 90h40" />
    </>
  ),
  key: (
    <>
      {GROUND}
      <circle className={c('line', 'paper')} cx="58" cy="58" r="20" />
      <circle className={c('lamp')} cx="54" cy="58" r="6" />
      <path className={c('line')} d="M78 58h46v10M112 58v8M102 58v6" />
      <path className={c('line', 'faint')} d="M30 84c8 6 18 8 28 8s18-2 24-6" />
    </>
  ),
} as const satisfies Record<string, ReactNode>

export type IllustrationName = keyof typeof DRAWINGS

export function Illustration({ name }: { readonly name: IllustrationName }) {
  return (
    <svg className={c('drawing')} viewBox="0 0 160 112" aria-hidden="true">
      {DRAWINGS[name]}
    </svg>
  )
}
