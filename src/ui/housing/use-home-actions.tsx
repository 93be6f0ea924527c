/** What can be done with a home from the board, the list and its own screen: each at once, with a toast that takes it back. */
import { useMemo, useState } from 'react'
import { type Home, type HomeStage, homeStages } from '#domain/home.ts'
import { lease } from '#domain/lease.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { useGroup, useLive } from '../group-context.tsx'
import type { MenuEntry } from '../parts/Menu.tsx'
import { useSave } from '../use-save.ts'
import { useWords } from '../words/use-words.ts'
import { RejectDialog } from './RejectDialog.tsx'
import { useHomeWords } from './use-home-words.ts'

export interface HomeActions {
  /** Before it is put aside the reason is asked for. */
  move(of: Home, to: HomeStage): void
  remove(of: Home): void
  /** To each other stage, and away. */
  entries(of: Home): readonly MenuEntry[]
  /** To be drawn beside the screen: what is asked. */
  readonly asked: React.ReactNode
}

interface Hooks {
  /** It is about to stand in another column. */
  readonly onMoving?: (id: RecordId) => void
  readonly onRemoved?: () => void
}

export function useHomeActions({ onMoving, onRemoved }: Hooks = {}): HomeActions {
  const { commands } = useGroup()
  const { t } = useWords()
  const { title } = useHomeWords()
  const save = useSave()
  const leases = useLive(live => live.records(lease))
  const [rejecting, setRejecting] = useState<Home | null>(null)
  return useMemo(() => {
    const leased = new Set(leases.map(each => each.home))
    const put = (of: Home, to: HomeStage, reason = '') => {
      onMoving?.(of.id)
      void save(
        commands.moveHome(of.id, to, reason),
        t('housing.moved', { name: title(of), stage: t(`housing.stage.${to}`) }),
      )
    }
    const move = (of: Home, to: HomeStage) => (to === 'rejected' ? setRejecting(of) : put(of, to))
    const remove = (of: Home) =>
      void save(commands.deleteHomes([of.id]), t('housing.deleted')).then(saved => {
        if (saved) onRemoved?.()
      })
    const entries = (of: Home): readonly MenuEntry[] => [
      ...(of.use === 'temporary'
        ? []
        : homeStages
            .filter(to => to !== of.stage.at)
            .map(to => ({
              id: to,
              label: to === 'rejected' ? t('housing.do.reject') : t(`housing.do.to-stage.${to}`),
              onPress: () => move(of, to),
            }))),
      {
        id: 'delete',
        label: t(leased.has(of.id) ? 'housing.do.delete-lease-first' : 'housing.do.delete'),
        icon: 'delete',
        danger: true,
        disabled: leased.has(of.id),
        separated: of.use !== 'temporary',
        onPress: () => remove(of),
      },
    ]
    const asked = rejecting && (
      <RejectDialog
        name={title(rejecting)}
        onClose={() => setRejecting(null)}
        onReason={reason => {
          put(rejecting, 'rejected', reason)
          setRejecting(null)
        }}
      />
    )
    return { move, remove, entries, asked }
  }, [commands, save, t, title, leases, rejecting, onMoving, onRemoved])
}
