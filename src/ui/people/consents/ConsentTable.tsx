/** Consents as rows: those that stand first, those that were taken back quieter and kept. */
import { type Consent, consentState } from '#domain/consent.ts'
import { useGroup } from '../../group-context.tsx'
import { classes } from '../../parts/classes.ts'
import { Link } from '../../parts/Link.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { Table } from '../../parts/Table.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from './Consents.module.css'

const c = classes(css)

export interface ShownConsent {
  readonly kind: 'known' | 'withdraw'
  readonly of: Consent
}

interface ConsentTableProps {
  readonly consents: readonly Consent[]
  readonly onShow: (what: ShownConsent) => void
}

export function ConsentTable({ consents, onShow }: ConsentTableProps) {
  const { t, date } = useWords()
  return (
    <Table<Consent>
      caption={t('papers.consent.section')}
      rows={consents}
      rowKey={each => each.id}
      rowTone={each => (each.withdrawn === null ? 'plain' : 'quiet')}
      empty={t('papers.consent.none')}
      stacks
      columns={[
        {
          id: 'what',
          head: t('papers.consent.what'),
          namesRow: true,
          cell: of => (
            <span className={c('what')}>
              <Link look="plain" onPress={() => onShow({ kind: 'known', of })}>
                {t(`papers.consent.subject.${of.subject}`)}
              </Link>
              <span className={c('hint')}>{of.details}</span>
            </span>
          ),
        },
        { id: 'for', head: t('papers.consent.for-whom'), cell: of => of.forWhom },
        { id: 'given', head: t('papers.consent.given'), cell: of => date(of.days.given) },
        { id: 'state', head: t('papers.consent.state'), cell: of => <State of={of} /> },
        {
          id: 'do',
          head: t('papers.do'),
          headHidden: true,
          align: 'end',
          cell: of => <RowActions of={of} onShow={onShow} />,
        },
      ]}
    />
  )
}

function State({ of }: { readonly of: Consent }) {
  const { t, date, today } = useWords()
  const state = consentState(of, today())
  switch (state.kind) {
    case 'withdrawn':
      return <Tag>{t('papers.consent.withdrawn', { date: date(state.on) })}</Tag>
    case 'lapsed':
      return <Tag tone="danger">{t('papers.consent.lapsed', { date: date(state.until) })}</Tag>
    case 'lapsing':
      return <Tag tone="warn">{t('papers.consent.lapses', { date: date(state.until) })}</Tag>
    case 'stands':
      return (
        <Tag tone="ok">
          {of.days.until === null
            ? t('papers.consent.stands')
            : t('papers.consent.stands-until', { date: date(of.days.until) })}
        </Tag>
      )
  }
}

interface RowActionsProps {
  readonly of: Consent
  readonly onShow: (what: ShownConsent) => void
}

function RowActions({ of, onShow }: RowActionsProps) {
  const { t } = useWords()
  const { commands } = useGroup()
  const save = useSave()
  return (
    <Menu
      label={t('papers.more', { name: t(`papers.consent.subject.${of.subject}`) })}
      icon="more"
      entries={[
        { id: 'open', label: t('papers.open'), icon: 'edit', onPress: () => onShow({ kind: 'known', of }) },
        ...(of.withdrawn === null
          ? [
              {
                id: 'withdraw',
                label: t('papers.consent.withdraw'),
                icon: 'undo' as const,
                onPress: () => onShow({ kind: 'withdraw', of }),
              },
            ]
          : []),
        {
          id: 'delete',
          label: t('papers.consent.delete'),
          icon: 'delete',
          danger: true,
          separated: true,
          onPress: () => void save(commands.deleteConsent(of.id), t('papers.consent.deleted')),
        },
      ]}
    />
  )
}
