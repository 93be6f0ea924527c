/**
 * The papers of an application: what each is for and how sure that is, what often goes along with it and would tell why
 * somebody is here, and what to send in its place. Ticked when it went.
 */
import { type FormEvent, useState } from 'react'
import type { Home } from '#domain/home.ts'
import {
  type HomePaperKey,
  homePaperKeys,
  type PaperSource,
  shippedApplicationPapers,
} from '#domain/home-paper.ts'
import type { HomePaperEdit } from '#state/commands/home-papers.ts'
import { homePapersOf } from '#state/home-papers.ts'
import { useGroup } from '../../group-context.tsx'
import { Checkbox } from '../../parts/Checkbox.tsx'
import { classes } from '../../parts/classes.ts'
import { DateField } from '../../parts/DateField.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { DialogFoot } from '../../parts/DialogFoot.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { DiscardDialog } from '../../parts/DiscardDialog.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { StatusTag, Tag } from '../../parts/StatusTag.tsx'
import { saidStatus } from '../../parts/said-status.ts'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import { MemberSelect } from '../MemberSelect.tsx'
import { type OpenProblems, useOpenProblems } from '../use-open-problems.ts'
import css from './Application.module.css'

const c = classes(css)
const FORM_ID = 'papers-to-send'

type Drafts = Readonly<Record<HomePaperKey, HomePaperEdit>>

export function PapersToSendDialog({ home, onClose }: { readonly home: Home; readonly onClose: () => void }) {
  const { t } = useWords()
  const { live, commands } = useGroup()
  const save = useSave()
  const open = useOpenProblems()
  // Somebody else may be sending other papers: read once, and only what is changed here is written.
  const [start] = useState<Drafts>(() => {
    const known = homePapersOf(live, home.id)
    const of = (key: HomePaperKey): HomePaperEdit => {
      const { sent = false, by = null, on = null } = known.get(key) ?? {}
      return { key, sent, by, on }
    }
    return Object.fromEntries(homePaperKeys.map(key => [key, of(key)])) as Drafts
  })
  const [drafts, setDrafts] = useState(start)
  const [isLeaving, setLeaving] = useState(false)
  const edits = homePaperKeys.flatMap(key =>
    JSON.stringify(drafts[key]) === JSON.stringify(start[key]) ? [] : [drafts[key]],
  )
  const leave = () => (edits.length === 0 ? onClose() : setLeaving(true))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!open.allow()) return
    if (await save(commands.saveHomePapers(home.id, edits), t('housing.send.saved'))) onClose()
  }
  return (
    <Dialog
      title={t('housing.send')}
      isOpen
      onClose={leave}
      size="large"
      actions={<DialogFoot onCancel={leave} submits={FORM_ID} />}
    >
      <DialogForm id={FORM_ID} onSubmit={event => void submit(event)} className={c('form')}>
        <p>{t('housing.send.intro')}</p>
        {homePaperKeys.map(key => (
          <Paper
            key={key}
            draft={drafts[key]}
            open={open}
            onChange={draft => setDrafts({ ...drafts, [key]: draft })}
          />
        ))}
      </DialogForm>
      <DiscardDialog isOpen={isLeaving} onStay={() => setLeaving(false)} onDiscard={onClose} />
    </Dialog>
  )
}

interface PaperProps {
  readonly draft: HomePaperEdit
  readonly open: OpenProblems
  readonly onChange: (draft: HomePaperEdit) => void
}

function Paper({ draft, open, onChange }: PaperProps) {
  const { t, today } = useWords()
  const { data } = shippedApplicationPapers()
  const { key } = draft
  const paper = data.papers.find(each => each.key === key)
  const source = paper && data.sources[paper.source]
  // Mostly one for all warnings of a paper: said once.
  const tellSources = new Set(paper?.tells.map(each => each.source))
  return (
    <fieldset className={c('paper')}>
      <legend className={c('legend')}>{t(`housing.paper.${key}`)}</legend>
      <p>{t(`housing.paper-for.${key}`)}</p>
      {source && <SourceOfPaper of={source} />}
      {paper && (
        <Notice kind="warn" title={t('housing.send.tells')}>
          <ul className={c('tells')}>
            {paper.tells.map(each => (
              <li key={each.key}>{t(`housing.tells.${each.key}`)}</li>
            ))}
          </ul>
          {[...tellSources].map(name => {
            const of = data.sources[name]
            return of && <SourceOfPaper key={name} of={of} />
          })}
        </Notice>
      )}
      <div className={c('fields')}>
        <div className={c('sent')}>
          <Checkbox
            label={t('housing.send.sent')}
            checked={draft.sent}
            // A day that was planned stays: it says when it was to go.
            onChange={sent => onChange({ ...draft, sent, on: sent ? (draft.on ?? today()) : draft.on })}
          />
        </div>
        <MemberSelect
          label={t('housing.send.by')}
          value={draft.by}
          onChange={by => onChange({ ...draft, by })}
        />
        <DateField
          label={t('housing.send.on')}
          optional
          value={draft.on}
          onChange={(on, problem) => {
            open.note(key, problem)
            onChange({ ...draft, on })
          }}
          error={open.error(key)}
        />
      </div>
    </fieldset>
  )
}

/** How sure it is and where it was read; what is only our own reading says so. */
function SourceOfPaper({ of }: { readonly of: PaperSource }) {
  const { t, language } = useWords()
  return (
    <div className={c('source')}>
      <StatusTag status={saidStatus(of.status)} />
      {of.ours && <Tag icon="info">{t('housing.send.ours')}</Tag>}
      <span>{of.text[language]}</span>
      {of.url !== null && <span>{of.url.replace(/^https:\/\/|\/$/g, '')}</span>}
    </div>
  )
}
