/** A person's papers as rows, those that run out first on top. */
import type { DocumentVersions } from '#domain/document.ts'
import type { RecordId } from '#domain/record-kind.ts'
import { isClosed } from '#domain/task.ts'
import { filesOfDocument } from '#state/documents.ts'
import { tasksAbout } from '#state/task-links.ts'
import { useLive } from '../../group-context.tsx'
import { classes } from '../../parts/classes.ts'
import { IconButton } from '../../parts/IconButton.tsx'
import { Link } from '../../parts/Link.tsx'
import { Menu } from '../../parts/Menu.tsx'
import { Tag } from '../../parts/StatusTag.tsx'
import { Table } from '../../parts/Table.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { MaskedNumber } from './MaskedNumber.tsx'
import css from './Papers.module.css'
import { useDocumentWords } from './use-document-words.ts'

const c = classes(css)

interface DocumentTableProps {
  readonly versions: readonly DocumentVersions[]
  readonly onOpen: (of: DocumentVersions) => void
  readonly onView: (id: RecordId) => void
  readonly onNext: (of: DocumentVersions) => void
  readonly onTask: (of: DocumentVersions) => void
  readonly onDelete: (id: RecordId) => void
}

export function DocumentTable({ versions, ...on }: DocumentTableProps) {
  const { t } = useWords()
  return (
    <Table<DocumentVersions>
      caption={t('papers.section')}
      rows={versions}
      rowKey={({ current }) => current.id}
      empty={t('papers.none')}
      stacks
      columns={[
        {
          id: 'name',
          head: t('papers.paper'),
          namesRow: true,
          cell: of => <Name of={of} onOpen={() => on.onOpen(of)} />,
        },
        {
          id: 'number',
          head: t('papers.number'),
          cell: ({ current }) => current.number && <MaskedNumber number={current.number} />,
        },
        {
          id: 'expires',
          head: t('papers.expires'),
          cell: ({ current }) => <Ends of={current.dates.expires} />,
        },
        { id: 'original', head: t('papers.original'), cell: ({ current }) => current.original },
        {
          id: 'do',
          head: t('papers.do'),
          headHidden: true,
          align: 'end',
          cell: of => <RowActions of={of} {...on} />,
        },
      ]}
    />
  )
}

function Name({ of, onOpen }: { readonly of: DocumentVersions; readonly onOpen: () => void }) {
  const { t } = useWords()
  const { go } = useRouter()
  const words = useDocumentWords()
  const { current, earlier } = of
  const tasks = useLive(live => tasksAbout(live, current.id))
  const open = tasks.find(each => !isClosed(each))
  return (
    <span className={c('name')}>
      <Link look="plain" onPress={onOpen}>
        {words.name(current)}
      </Link>
      {current.tags.map(tag => (
        <Tag key={tag}>{tag}</Tag>
      ))}
      {earlier.length > 0 && (
        <span className={c('small')}>{t('papers.earlier', { count: earlier.length })}</span>
      )}
      {open && (
        <Link onPress={() => go({ area: 'plan', screen: 'task', id: open.id })}>{t('papers.task-open')}</Link>
      )}
    </span>
  )
}

function Ends({ of }: { readonly of: string | null }) {
  const { date } = useWords()
  const said = useDocumentWords().expiryOn(of)
  return (
    <span className={c('name')}>
      {of && <span>{date(of)}</span>}
      {said && <Tag tone={said.tone}>{said.text}</Tag>}
    </span>
  )
}

type RowActionsProps = { readonly of: DocumentVersions } & Omit<DocumentTableProps, 'versions'>

function RowActions({ of, onOpen, onView, onNext, onTask, onDelete }: RowActionsProps) {
  const { t } = useWords()
  const words = useDocumentWords()
  const { current } = of
  const files = useLive(live => filesOfDocument(live, current.id))
  const name = words.name(current)
  return (
    <span className={c('actions')}>
      {files.length > 0 && (
        <IconButton icon="picture" label={t('papers.view', { name })} onPress={() => onView(current.id)} />
      )}
      <Menu
        label={t('papers.more', { name })}
        icon="more"
        entries={[
          { id: 'open', label: t('papers.open'), icon: 'edit', onPress: () => onOpen(of) },
          { id: 'next', label: t('papers.next-version'), icon: 'copy', onPress: () => onNext(of) },
          { id: 'task', label: t('papers.make-task'), icon: 'plan', onPress: () => onTask(of) },
          {
            id: 'delete',
            label: t('papers.delete'),
            icon: 'delete',
            danger: true,
            separated: true,
            onPress: () => onDelete(current.id),
          },
        ]}
      />
    </span>
  )
}
