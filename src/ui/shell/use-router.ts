/** `const route = useRoute(); const { go } = useRouter()` in every screen. */
import { createContext, use, useSyncExternalStore } from 'react'
import type { Route, Router } from './router.ts'

export const RouterContext = createContext<Router | null>(null)

export function useRouter(): Router {
  const router = use(RouterContext)
  if (!router) throw new Error('no router: the component is outside RouterContext')
  return router
}

export function useRoute(): Route {
  const router = useRouter()
  return useSyncExternalStore(router.subscribe, router.current)
}
