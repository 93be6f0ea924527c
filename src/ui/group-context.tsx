/** How screens reach the session and the open group. The composition root provides both; screens never import them. */
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { member } from '#domain/member.ts'
import type { Compartment } from '#domain/record-kind.ts'
import { canRead } from '#state/compartments.ts'
import type { Live } from '#state/live.ts'
import type { ScreenTools } from '#state/screen-tools.ts'
import type { OpenGroup, SessionState, SessionStore } from '#state/session.ts'
import type { SessionActions } from '#state/session-actions.ts'
import { useWords } from './words/use-words.ts'

export interface Services {
  readonly session: SessionStore
  readonly actions: SessionActions
  /** What screens need besides the open group: importing, exporting, passphrases, today's date. */
  readonly tools: ScreenTools
}

const ServicesContext = createContext<Services | null>(null)

export function ServicesProvider({
  services,
  children,
}: {
  readonly services: Services
  readonly children: ReactNode
}) {
  return <ServicesContext value={services}>{children}</ServicesContext>
}

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('no services above this component')
  return services
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useServices().session, select)
}

/** The open group; only inside screens that are shown while one is open. */
export function useGroup(): OpenGroup {
  const group = useSession(state => state.open)
  if (!group) throw new Error('no group is open')
  return group
}

/** Whether this laptop has the key of what a screen is about. */
export const useCanRead = (compartment: Compartment): boolean => canRead(useGroup().vault, compartment)

/** Whose a device is, by the name the group knows; or that nobody here knows it. */
export function useMemberName(): (device: string) => string {
  const { t } = useWords()
  const { identity } = useGroup().vault
  const members = useLive(live => live.records(member))
  return device => {
    const id = device === identity.deviceId ? identity.memberId : identity.members[device]
    return members.find(each => each.id === id)?.name || t('common.member.unknown')
  }
}

/**
 * A value read from the open group, fresh after every change. `select` must give back the same object while nothing
 * changed: `live.records(kind)`, `live.get(kind, id)` and `live.derive(…)` do.
 */
export function useLive<T>(select: (live: Live) => T): T {
  const { live } = useGroup()
  return useSyncExternalStore(live.subscribe, () => select(live))
}
