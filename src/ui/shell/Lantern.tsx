/** The mark of Porchlight: a lit porch lantern. */
import { classes } from '../parts/classes.ts'
import css from './Lantern.module.css'

const c = classes(css)

export function Lantern({ size = 28 }: { readonly size?: number }) {
  const rem = `${size / 16}rem`
  return (
    <svg viewBox="0 0 32 32" width={rem} height={rem} aria-hidden="true">
      <circle className={c('glow')} cx="16" cy="18" r="12" />
      <path
        className={c('frame')}
        d="M16 2.5v3.5M12.5 6h7M9.5 10.5 12 6h8l2.5 4.5zM10.5 10.5h11L20 24.5h-8zM10 24.5h12v3H10z"
      />
      <path
        className={c('flame')}
        d="M16 13.5c2 2.300 2.800 3.5 2.800 5a2.800 2.800 0 0 1-5.600 0c0-1.5.8-2.700 2.800-5z"
      />
    </svg>
  )
}
