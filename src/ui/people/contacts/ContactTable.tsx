/** Contacts with how to reach them. */
import type { HealthContact } from '#domain/contact.ts'
import { CopyText } from '../../parts/CopyText.tsx'
import { Link } from '../../parts/Link.tsx'
import { Table } from '../../parts/Table.tsx'
import { useWords } from '../../words/use-words.ts'

interface ContactTableProps<Row extends HealthContact> {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly empty: string
  readonly onOpen: (of: Row) => void
  /** Left out where all are of one. */
  readonly category?: (of: Row) => string
}

export function ContactTable<Row extends HealthContact & { readonly languages?: readonly string[] }>({
  caption,
  rows,
  empty,
  onOpen,
  category,
}: ContactTableProps<Row>) {
  const { t, list } = useWords()
  const about = ({ name, what, organization, languages = [] }: Row) =>
    [what, name === '' ? '' : organization, list(languages)].filter(Boolean).join(' · ')
  return (
    <Table<Row>
      caption={caption}
      stacks
      rows={rows}
      rowKey={each => each.id}
      empty={empty}
      columns={[
        {
          id: 'name',
          head: t('people.contact.name'),
          cell: each => (
            <Link look="plain" onPress={() => onOpen(each)}>
              {each.name || each.organization}
            </Link>
          ),
        },
        ...(category ? [{ id: 'category', head: t('people.contact.category'), cell: category }] : []),
        { id: 'about', head: t('people.contact.about'), cell: about },
        {
          id: 'phone',
          head: t('people.contact.phone'),
          cell: ({ phone }) =>
            phone === '' ? null : <CopyText text={phone} label={t('people.copy.phone')} />,
        },
        {
          id: 'email',
          head: t('people.contact.email'),
          cell: ({ email }) =>
            email === '' ? null : <CopyText text={email} label={t('people.copy.email')} />,
        },
      ]}
    />
  )
}
