/**
 * Which screen is shown. In memory only, made of ids, never in the address or the window's history, and forgotten on
 * lock, so that nothing tells afterwards what was looked at.
 */

export interface Route {
  /** One of the navigation's: `today`, `plan`, `people`. */
  readonly area: string
  /** A screen within the area: `entries`, `import`. */
  readonly screen?: string
  /** The record it shows; an id, never a name. */
  readonly id?: string
}

export interface Router {
  readonly current: () => Route
  readonly subscribe: (listener: () => void) => () => void
  readonly go: (route: Route) => void
  readonly back: () => void
  readonly canGoBack: () => boolean
  /** Forgets where one has been and returns to the start; called on lock. */
  readonly forget: () => void
}

const MOST_STEPS_BACK = 50

export function createRouter(start: Route): Router {
  const listeners = new Set<() => void>()
  let route = start
  let past: readonly Route[] = []
  const show = (next: Route, nextPast: readonly Route[]) => {
    route = next
    past = nextPast
    for (const listener of listeners) listener()
  }
  return {
    current: () => route,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    go: next => {
      if (!isSameRoute(next, route)) show(next, [...past, route].slice(-MOST_STEPS_BACK))
    },
    back: () => {
      const last = past[past.length - 1]
      if (last) show(last, past.slice(0, -1))
    },
    canGoBack: () => past.length > 0,
    forget: () => show(start, []),
  }
}

export const isSameRoute = (a: Route, b: Route): boolean =>
  a.area === b.area && a.screen === b.screen && a.id === b.id
