/** Before a file is saved: every place that would tell who, where or why. One changes it, or saves it all the same. */

import type { ReportView } from '#state/report-files.ts'
import { hitKey, type PlacedHit } from '#state/safe-to-share.ts'
import { Button } from '../parts/Button.tsx'
import { classes } from '../parts/classes.ts'
import { Dialog } from '../parts/Dialog.tsx'
import type { Route } from '../shell/router.ts'
import { useRouter } from '../shell/use-router.ts'
import { useWords } from '../words/use-words.ts'
import css from './ShareHits.module.css'
import { HitLine } from './ShareHits.tsx'
import type { ReportFiles } from './use-report-files.ts'

const c = classes(css)

interface ShareDialogProps {
  readonly view: ReportView
  readonly files: ReportFiles
}

export function ShareDialog({ view, files }: ShareDialogProps) {
  const { t } = useWords()
  const { go } = useRouter()
  const { sharing } = files
  const hits = sharing?.hits ?? []
  const change = ({ place }: PlacedHit) => {
    files.cancelShare()
    const to = routeOf(place)
    if (to) go(to)
    else focusNote(noteId(place))
  }
  return (
    <Dialog
      title={t('reports.share.title', { count: hits.length })}
      isOpen={sharing !== null}
      onClose={files.cancelShare}
      size="large"
      actions={
        <>
          <Button onPress={files.cancelShare}>{t('common.cancel')}</Button>
          <Button kind="primary" onPress={files.confirmShare}>
            {t(sharing?.kind === 'pdf' ? 'reports.share.print' : 'reports.share.save')}
          </Button>
        </>
      }
    >
      <p>{t('reports.share.text')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls */}
      <section tabIndex={0} aria-label={t('reports.share.list')}>
        <ul className={c('hits')}>
          {hits.map(placed => (
            <li key={hitKey(placed)}>
              <p>{placeName(placed.place)}</p>
              <p>
                <HitLine placed={placed} />
              </p>
              <Button size="small" kind="quiet" onPress={() => change(placed)}>
                {t('reports.share.change')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </Dialog>
  )

  function placeName(place: PlacedHit['place']): string {
    return place.kind === 'why-over'
      ? t('reports.note.why', { line: view.words.line(place.line) })
      : t(`reports.share.place.${place.kind}`)
  }
}

/** Where it is changed; null: on this page, in the note under its section. */
function routeOf(place: PlacedHit['place']): Route | null {
  switch (place.kind) {
    case 'name-on-paper':
      return { area: 'settings', screen: 'group' }
    case 'reference':
      return { area: 'settings', screen: 'sponsorship' }
    case 'account':
      return { area: 'money', screen: 'accounts' }
    case 'line-name':
      return { area: 'money', screen: 'budget' }
    case 'source':
      return { area: 'money', screen: 'support' }
    case 'prepared-by':
    case 'reviewed-by':
    case 'unusual':
    case 'changes':
    case 'balance':
    case 'why-over':
      return null
  }
}

/** The element around a note's field. */
export const noteId = (place: PlacedHit['place']): string =>
  place.kind === 'why-over' ? `note-why-${place.line.key}-${place.line.name}` : `note-${place.kind}`

/** Once the dialog has given the focus back. */
function focusNote(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const field = document.getElementById(id)?.querySelector<HTMLElement>('input, textarea')
      field?.scrollIntoView({ block: 'center' })
      field?.focus()
    }),
  )
}
