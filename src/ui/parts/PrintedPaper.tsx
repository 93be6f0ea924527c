/**
 * A sheet that is alone on its paper: not seen on the screen, and the only thing that prints. Beside the app, because an
 * open dialog prints only what its window shows.
 */
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { classes } from './classes.ts'
import css from './PrintedPaper.module.css'

const c = classes(css)

interface PrintedPaperProps {
  readonly testId: string
  /** Of a sheet that fits several. */
  readonly size?: 'letter' | 'a4'
  readonly children: ReactNode
}

export function PrintedPaper({ testId, size, children }: PrintedPaperProps) {
  return createPortal(
    // Open dialogs hide what is beside them from readers, and so from a tagged PDF, but not what is marked so.
    <div className={c('paper')} data-testid={testId} data-paper={size} data-react-aria-top-layer="true">
      {children}
    </div>,
    document.body,
  )
}
