/** The fields of a consent. */
import { consentSubjects, consentWays } from '#domain/consent.ts'
import { member } from '#domain/member.ts'
import { useLive } from '../../group-context.tsx'
import { DateField, dateComplaint } from '../../parts/DateField.tsx'
import { FormGrid, WholeLine } from '../../parts/FormGrid.tsx'
import { Select } from '../../parts/Select.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useTaskWords } from '../../plan/use-task-words.ts'
import { useWords } from '../../words/use-words.ts'
import type { ConsentDraft, ConsentProblem } from './consent-draft.ts'
import { PlaceFields } from './PlaceFields.tsx'

const NOBODY = 'nobody'

interface ConsentFormProps {
  readonly draft: ConsentDraft
  readonly problems: readonly ConsentProblem[]
  readonly onChange: (change: Partial<ConsentDraft>) => void
}

export function ConsentForm({ draft, problems, onChange }: ConsentFormProps) {
  const { t } = useWords()
  return (
    <FormGrid>
      <Select
        label={t('papers.consent.subject')}
        value={draft.subject}
        onChange={subject => onChange({ subject })}
        choices={consentSubjects.map(value => ({ value, label: t(`papers.consent.subject.${value}`) }))}
      />
      <TextField
        label={t('papers.consent.for-whom')}
        optional
        value={draft.forWhom}
        maxLength={200}
        onChange={forWhom => onChange({ forWhom })}
        hint={t('papers.consent.for-whom-hint')}
      />
      <WholeLine>
        <TextField
          label={t('papers.consent.details')}
          width="wide"
          lines={2}
          value={draft.details}
          maxLength={10_000}
          onChange={details => onChange({ details })}
          hint={t('papers.consent.details-hint')}
          error={problems.includes('no-details') ? t('papers.consent.details-missing') : null}
        />
      </WholeLine>
      <DayFields draft={draft} problems={problems} onChange={onChange} />
      <HowFields draft={draft} problems={problems} onChange={onChange} />
      <WholeLine>
        <PlaceFields places={draft.places} onChange={places => onChange({ places })} />
      </WholeLine>
    </FormGrid>
  )
}

function DayFields({ draft: { given, until }, problems, onChange }: ConsentFormProps) {
  const { t } = useWords()
  return (
    <>
      <DateField
        label={t('papers.consent.given')}
        width="normal"
        value={given.date}
        onChange={(date, problem) => onChange({ given: { date, problem } })}
        error={problems.includes('no-day') ? dateComplaint(given.problem ?? { kind: 'empty' }, t) : null}
      />
      <DateField
        label={t('papers.consent.until')}
        optional
        width="normal"
        value={until.date}
        onChange={(date, problem) => onChange({ until: { date, problem } })}
        error={
          problems.includes('bad-until') && until.problem
            ? dateComplaint(until.problem, t)
            : problems.includes('reversed')
              ? t('papers.consent.reversed')
              : null
        }
      />
    </>
  )
}

/** In which language, in which way, and who noted it. */
function HowFields({ draft, onChange }: ConsentFormProps) {
  const { t } = useWords()
  const { memberName } = useTaskWords()
  const members = useLive(live => live.records(member)).filter(
    each => each.leftAt === null || each.id === draft.notedBy,
  )
  return (
    <>
      <TextField
        label={t('papers.consent.language')}
        optional
        value={draft.language}
        maxLength={200}
        onChange={language => onChange({ language })}
      />
      <Select
        label={t('papers.consent.way')}
        value={draft.way}
        onChange={way => onChange({ way })}
        choices={consentWays.map(value => ({ value, label: t(`papers.consent.way.${value}`) }))}
      />
      <Select
        label={t('papers.consent.noted-by')}
        value={draft.notedBy ?? NOBODY}
        onChange={who => onChange({ notedBy: who === NOBODY ? null : who })}
        choices={[
          ...members.map(each => ({ value: each.id, label: memberName(each.id) })),
          { value: NOBODY, label: t('papers.not-noted') },
        ]}
      />
    </>
  )
}
