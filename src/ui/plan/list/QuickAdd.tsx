/** One line that makes a task, with what was understood of it underneath before it is made. */
import { type FormEvent, useMemo, useState } from 'react'
import { dueOn, noDue } from '#domain/due.ts'
import { member } from '#domain/member.ts'
import { type Task, taskAreas } from '#domain/task.ts'
import { currentSponsorship } from '#state/commands/set-up.ts'
import { useGroup, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { classes } from '../../parts/classes.ts'
import { TextField } from '../../parts/TextField.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { useTaskWords } from '../use-task-words.ts'
import css from './QuickAdd.module.css'
import { FRENCH_AREAS, parseQuickTask, type QuickTask } from './quick-add.ts'

const c = classes(css)

interface QuickAddProps {
  /** What the task is about from the start. */
  readonly links?: Task['links']
  readonly onAdded?: () => void
}

export function QuickAdd({ links = [], onAdded }: QuickAddProps) {
  const { t, today } = useWords()
  const { commands, live } = useGroup()
  const save = useSave()
  const members = useLive(here => here.records(member))
  const [text, setText] = useState('')
  const [isRefused, setRefused] = useState(false)
  const names = useMemo(
    () => ({
      areas: taskAreas.flatMap(area =>
        area === '' ? [] : [{ area, names: [t(`plan.area.${area}`), area, ...FRENCH_AREAS[area]] }],
      ),
      members: members.filter(each => each.leftAt === null && each.name !== ''),
    }),
    [members, t],
  )
  const understood = parseQuickTask(text, { ...names, today: today() })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { title, date, area, owner } = understood
    if (title === '') return setRefused(true)
    const fields = {
      title: title.slice(0, 200),
      area,
      owner,
      due: date === null ? noDue : dueOn(date),
      sponsorship: currentSponsorship({ live })?.id ?? null,
      links,
    }
    if (!(await save(commands.addTask(fields), t('plan.quick.added')))) return
    setText('')
    onAdded?.()
  }
  return (
    <form className={c('quick')} onSubmit={event => void submit(event)} data-quick-add="">
      <TextField
        label={t('plan.quick')}
        width="wide"
        value={text}
        maxLength={300}
        placeholder={t('plan.quick.example')}
        onChange={value => {
          setText(value)
          setRefused(false)
        }}
        error={isRefused ? t('plan.quick.no-title') : null}
        hint={text.trim() === '' ? t('plan.quick.help') : <Understood of={understood} />}
      />
      <Button type="submit" icon="add">
        {t('plan.quick.add')}
      </Button>
    </form>
  )
}

/** Said as it changes, so that it can be heard before Enter. */
function Understood({ of }: { readonly of: QuickTask }) {
  const { t, date, list } = useWords()
  const { memberName } = useTaskWords()
  const { title, area, owner, notKnown } = of
  const rest = [
    of.date === null ? t('plan.quick.no-due') : t('plan.quick.due', { date: date(of.date, 'weekday') }),
    ...(area === '' ? [] : [t(`plan.area.${area}`)]),
    owner === null ? t('plan.quick.nobody') : memberName(owner),
  ]
  return (
    <span role="status">
      {title === ''
        ? t('plan.quick.no-title')
        : t('plan.quick.understood', { title, rest: rest.join(' · ') })}
      {notKnown.length > 0 && ` ${t('plan.quick.not-known', { list: list(notKnown) })}`}
    </span>
  )
}
