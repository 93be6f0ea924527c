/** One appointment: new or known. What repeats is asked about when it is saved: this one, all that follow, or all. */
import { type FormEvent, useState } from 'react'
import { appointmentPrivate, privateId } from '#domain/appointment.ts'
import type { Scope } from '#domain/appointment-edits.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { Occurrence } from '#domain/occurrences.ts'
import { zoneOf } from '#domain/province-zone.ts'
import { slotsOn } from '#domain/slots.ts'
import { slotIndex } from '#state/calendar.ts'
import type { AppointmentDraft, CareDraft } from '#state/commands/appointments.ts'
import type { AppointmentResult } from '#state/commands/never-use.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { useCanRead, useGroup, useLive } from '../group-context.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { DialogFoot } from '../parts/DialogFoot.tsx'
import { DialogForm } from '../parts/DialogForm.tsx'
import { DiscardDialog } from '../parts/DiscardDialog.tsx'
import { Menu } from '../parts/Menu.tsx'
import { Stack } from '../parts/Section.tsx'
import { TasksInDialog } from '../plan/links/TasksAbout.tsx'
import type { Route } from '../shell/router.ts'
import { useRouter } from '../shell/use-router.ts'
import { useSave } from '../use-save.ts'
import { useWords } from '../words/use-words.ts'
import { AppointmentForm } from './AppointmentForm.tsx'
import {
  type AppointmentProblem,
  type AppointmentForm as Draft,
  draftOf,
  emptyForm,
  formOf,
} from './appointment-draft.ts'
import { CardsButton } from './cards/CardsButton.tsx'
import { ExportCalendarDialog } from './ExportCalendarDialog.tsx'
import { OutcomeSection } from './OutcomeSection.tsx'
import { ScopeDialog } from './ScopeDialog.tsx'

interface AppointmentDialogProps {
  /** Null: a new one. */
  readonly of: Occurrence | null
  readonly date: IsoDate
  readonly time: string | null
  /** Of a new one: what is known already. */
  readonly begin?: Partial<Draft>
  /** Of a new one: adds it together with what it belongs to. */
  readonly onAdd?: (draft: AppointmentDraft) => Promise<AppointmentResult>
  readonly onClose: () => void
}

const FORM_ID = 'appointment-form'

export function AppointmentDialog({ of, date, time, begin, onAdd, onClose }: AppointmentDialogProps) {
  const { t } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  const sponsorship = useLive(here => currentSponsorship({ live: here }))
  const hasCare = useCanRead('care')
  // What others change meanwhile must not overwrite what is being typed here: read once.
  const [start] = useState<Draft>(() => {
    if (of === null)
      return { ...emptyForm(date, zoneOf(sponsorship?.province ?? ''), time ?? undefined), ...begin }
    const { id } = of.appointment
    const care =
      live.get(appointmentPrivate, privateId(id, of.original)) ?? live.get(appointmentPrivate, privateId(id))
    return formOf(of, slotsOn(of, slotIndex(live)), care ? careOf(care) : null)
  })
  const [form, setForm] = useState(start)
  const [problems, setProblems] = useState<readonly AppointmentProblem[]>([])
  const [exporting, setExporting] = useState(false)
  const [asked, setAsked] = useState<'save' | 'cancel' | null>(null)
  const [leaving, setLeaving] = useState<Route | 'close' | null>(null)
  const { go } = useRouter()
  const repeats = of !== null && of.appointment.repeat !== null
  const isChanged = JSON.stringify(form) !== JSON.stringify(start)
  const leaveFor = (to: Route | 'close') => (to === 'close' ? onClose() : go(to))
  const leave = (to: Route | 'close') => (isChanged ? setLeaving(to) : leaveFor(to))
  const target = { id: of?.appointment.id ?? '', original: of?.original ?? null }

  async function store(draft: AppointmentDraft, scope: Scope) {
    const running =
      of === null
        ? (onAdd?.(draft) ?? commands.addAppointment(sponsorship?.id ?? 'none', draft))
        : commands.editAppointment(target, scope, draft)
    const result = await running
    if (!result.ok && result.problem.kind === 'never-use') return setProblems(['never-use'])
    if (await save(Promise.resolve(result), t('calendar.saved'))) onClose()
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    const draft = draftOf(form, hasCare)
    if (!draft.ok) return setProblems(draft.problem)
    setProblems([])
    if (repeats) setAsked('save')
    else void store(draft.value, 'all')
  }
  const inScope = (scope: Scope) => {
    const draft = draftOf(form, hasCare)
    if (asked === 'save' && draft.ok) void store(draft.value, scope)
    if (asked === 'cancel') void callOff(scope)
    setAsked(null)
  }
  async function callOff(scope: Scope) {
    if (await save(commands.cancelAppointment(target, scope), t('calendar.called-off'))) onClose()
  }
  async function remove() {
    if (await save(commands.deleteAppointment(target.id), t('calendar.deleted'))) onClose()
  }
  return (
    <Dialog
      title={of === null ? t('calendar.new') : of.title || t('calendar.unnamed')}
      isOpen
      onClose={() => leave('close')}
      size="large"
      actions={
        <DialogFoot
          aside={
            of !== null && (
              <>
                <Menu
                  label={t('calendar.menu')}
                  icon="more"
                  showLabel
                  size="medium"
                  entries={[
                    {
                      id: 'export',
                      label: t('calendar.export.open-one'),
                      icon: 'download',
                      onPress: () => setExporting(true),
                    },
                    ...(of.status === 'planned'
                      ? [
                          {
                            id: 'call-off',
                            label: t('calendar.call-off'),
                            icon: 'exclude' as const,
                            onPress: () => (repeats ? setAsked('cancel') : void callOff('all')),
                          },
                        ]
                      : []),
                    {
                      id: 'delete',
                      label: t(repeats ? 'calendar.delete-all' : 'calendar.delete'),
                      icon: 'delete',
                      danger: true,
                      separated: true,
                      onPress: () => void remove(),
                    },
                  ]}
                />
                {/* A card says what is stored, so not while something else stands in the form. */}
                {of.status === 'planned' && <CardsButton only={of} disabled={isChanged} />}
              </>
            )
          }
          onCancel={() => leave('close')}
          onSave={() => submit()}
        />
      }
    >
      <DialogForm id={FORM_ID} onSubmit={submit}>
        <Stack>
          <AppointmentForm
            form={form}
            problems={problems}
            hasCare={hasCare}
            isOneOfMany={repeats}
            ownId={of?.appointment.id ?? null}
            onChange={setForm}
          />
        </Stack>
      </DialogForm>
      {of !== null && <OutcomeSection of={of} onClosed={onClose} />}
      {of !== null && <TasksInDialog of={{ kind: 'appointment', id: target.id }} onGo={leave} />}
      {exporting && (
        <ExportCalendarDialog scope={{ kind: 'one', id: target.id }} onClose={() => setExporting(false)} />
      )}
      {asked !== null && <ScopeDialog what={asked} onChoose={inScope} onCancel={() => setAsked(null)} />}
      <DiscardDialog
        isOpen={leaving !== null}
        onStay={() => setLeaving(null)}
        onDiscard={() => leaveFor(leaving ?? 'close')}
      />
    </Dialog>
  )
}

const careOf = ({ title, placeName, address, provider, reason, who, notes }: CareDraft): CareDraft => ({
  title,
  placeName,
  address,
  provider,
  reason,
  who,
  notes,
})
