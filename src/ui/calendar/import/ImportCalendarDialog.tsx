/** *Import a calendar file*: from picking it to the appointments, which are as previewed or not at all. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { person } from '#domain/household.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { hasCare } from '#state/calendar-export.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogAside } from '../../parts/DialogFoot.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { ProgressBar } from '../../parts/ProgressBar.tsx'
import { Stack } from '../../parts/Section.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from './CalendarImport.module.css'
import { CalendarPreview } from './CalendarPreview.tsx'
import { PickCalendar } from './PickCalendar.tsx'
import { RefusedCalendar } from './RefusedCalendar.tsx'
import { useCalendarImport } from './use-calendar-import.ts'

const c = classes(css)

export function ImportCalendarDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const { vault, commands } = useGroup()
  const save = useSave()
  const flow = useCalendarImport()
  const { stage } = flow
  const people = useLive(live => live.records(person))
  const sponsorship = useLive(live => currentSponsorship({ live }))
  // Of one person's household there is nobody else whom it could be about.
  const [attending, setAttending] = useState<readonly RecordId[]>(() =>
    people.length === 1 ? people.map(each => each.id) : [],
  )
  const [applying, setApplying] = useState(false)
  const taking = stage.kind === 'preview' ? stage.plan.counts.taking : 0

  async function apply() {
    if (stage.kind !== 'preview') return
    setApplying(true)
    const whose = { sponsorship: sponsorship?.id ?? 'none', attending: [...attending] }
    const done = await save(
      commands.importCalendar(stage.plan, whose),
      t('calendar.import.done', { count: taking }),
    )
    setApplying(false)
    if (done) onClose()
  }
  return (
    <Dialog
      title={t('calendar.import.title')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <DialogAside>
            {(stage.kind === 'preview' || stage.kind === 'refused') && (
              <Button kind="quiet" icon="folder" onPress={flow.again}>
                {t('calendar.import.other')}
              </Button>
            )}
          </DialogAside>
          <Button kind="quiet" onPress={onClose}>
            {t('common.cancel')}
          </Button>
          {stage.kind === 'preview' && (
            <Button kind="primary" busy={applying} disabled={taking === 0} onPress={() => void apply()}>
              {t('calendar.import.apply', { count: taking })}
            </Button>
          )}
        </>
      }
    >
      {hasCare(vault) ? (
        <StageBox of={stage.kind}>
          {stage.kind === 'pick' && <PickCalendar flow={flow} problem={stage.problem} />}
          {stage.kind === 'reading' && (
            <ProgressBar
              label={t(`calendar.import.${stage.step}`, { name: stage.name })}
              value={stage.share}
              onCancel={flow.cancel}
            />
          )}
          {stage.kind === 'refused' && (
            <RefusedCalendar key={stage.file.name} flow={flow} file={stage.file} problem={stage.problem} />
          )}
          {stage.kind === 'preview' && (
            <CalendarPreview flow={flow} stage={stage} attending={attending} onAttending={setAttending} />
          )}
        </StageBox>
      ) : (
        <Notice kind="warn" title={t('calendar.import.no-care')}>
          {t('calendar.import.no-care-text')}
        </Notice>
      )}
    </Dialog>
  )
}

/** What had the focus is gone with the stage before: the next one takes it. */
function StageBox({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (of !== 'pick') box.current?.focus()
  }, [of])
  return (
    <div ref={box} tabIndex={-1} className={c('stage')}>
      <Stack>{children}</Stack>
    </div>
  )
}
