/** How one check of a member stands, in a word with its day. */
import type { Standing } from '#domain/member-check.ts'
import { Tag } from '../../parts/StatusTag.tsx'
import { useWords } from '../../words/use-words.ts'

interface CheckTagProps {
  readonly standing: Standing
  /** Says which check it is. */
  readonly named?: boolean
}

export function CheckTag({ standing: { check, until, state }, named = false }: CheckTagProps) {
  const { t, date } = useWords()
  const what = check.kind === 'police' ? t('people.check.police') : check.title || t('people.check.training')
  const said =
    until === null ? t('people.check.no-end') : t(`people.check.state.${state}`, { date: date(until) })
  return (
    <Tag
      tone={state === 'ok' ? 'ok' : state === 'expired' ? 'danger' : 'warn'}
      icon={state === 'ok' ? 'check' : 'warn'}
    >
      {named ? t('people.check.named', { what, said }) : said}
    </Tag>
  )
}
