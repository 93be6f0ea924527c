/** Picks class names from a CSS module: `c('row', isOpen && 'open')`. Names are checked by tests/unit/ui. */
export type ClassPicker = (...names: readonly (string | false | null | undefined)[]) => string

export const classes =
  (css: Readonly<Record<string, string>>): ClassPicker =>
  (...names) =>
    names
      .map(name => (name ? css[name] : ''))
      .filter(Boolean)
      .join(' ')
