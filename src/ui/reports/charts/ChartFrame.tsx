/**
 * The frame of a printed chart: an SVG with a title and a description that says all its figures in words. Colours are
 * tokens, and nothing is told by colour alone: outlines, hatching and figures say it in black and white too.
 */
import { type ReactNode, useId, useRef } from 'react'
import { classes } from '../../parts/classes.ts'
import { useOverflow } from '../../parts/use-overflow.ts'
import css from './charts.module.css'

const c = classes(css)

/** Units of every chart's width; the height is the chart's own. A unit is about a quarter of a millimetre on paper. */
export const CHART_WIDTH = 720

interface ChartFrameProps {
  readonly title: string
  readonly description: string
  readonly height: number
  /** Above the drawing, where the section's title does not already say what it is. */
  readonly heading?: string
  readonly legend?: ReactNode
  readonly children: ReactNode
}

export function ChartFrame({ title, description, height, heading, legend, children }: ChartFrameProps) {
  const id = useId()
  const frame = useRef<HTMLElement>(null)
  const scrolls = useOverflow(frame)
  return (
    <figure ref={frame} className={c('figure')} {...(scrolls ? { tabIndex: 0, 'aria-label': title } : {})}>
      {heading && <p className={c('heading')}>{heading}</p>}
      <svg
        className={c('chart')}
        viewBox={`0 0 ${CHART_WIDTH} ${height}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-description`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {children}
      </svg>
      {legend && <figcaption className={c('legend')}>{legend}</figcaption>}
    </figure>
  )
}

/** A small drawn sample beside its word. */
export function LegendMark({ mark, label }: { readonly mark: ReactNode; readonly label: string }) {
  return (
    <span className={c('key')}>
      <svg className={c('sample')} viewBox="0 0 24 12" aria-hidden="true">
        {mark}
      </svg>
      {label}
    </span>
  )
}

/** Diagonal strokes, for what must be told from a solid bar without colour. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className={c('hatchGround')} width="5" height="5" />
        <path className={c('hatchLine')} d="M0 0v5" />
      </pattern>
    </defs>
  )
}

/** Names longer than their place end in an ellipsis; the table beside the chart has them whole. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
