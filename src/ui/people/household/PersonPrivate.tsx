/** What only Care knows of a person, on their own page alone and covered until it is asked for. */
import { useState } from 'react'
import { type PersonPrivate as Known, personPrivate, personPrivateId } from '#domain/person-private.ts'
import { useCanRead, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { CopyText } from '../../parts/CopyText.tsx'
import { classes } from '../../parts/classes.ts'
import { type KeyValue, KeyValueList } from '../../parts/KeyValueList.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import { CoverButton } from '../CoverButton.tsx'
import css from '../People.module.css'
import { useCover } from '../use-cover.ts'
import { PersonPrivateDialog } from './PersonPrivateDialog.tsx'
import type { PersonPartProps } from './PersonScreen.tsx'

const c = classes(css)

export function PersonPrivate({ person }: PersonPartProps) {
  const { t } = useWords()
  const hasCare = useCanRead('care')
  return hasCare ? (
    <Readable person={person} />
  ) : (
    <Section card title={t('people.private')}>
      <p>{t('people.private.elsewhere')}</p>
    </Section>
  )
}

function Readable({ person }: Pick<PersonPartProps, 'person'>) {
  const { t } = useWords()
  const known = useLive(live => live.get(personPrivate, personPrivateId(person.id)))
  const { isShown, toggle } = useCover()
  const [isEditing, setEditing] = useState(false)
  return (
    <Section
      card
      title={t('people.private')}
      intro={t('people.private.intro')}
      actions={
        <>
          {known && <CoverButton isShown={isShown} onToggle={toggle} />}
          <Button size="small" icon="edit" onPress={() => setEditing(true)}>
            {t(known ? 'people.private.edit' : 'people.private.enter')}
          </Button>
        </>
      }
    >
      {known ? isShown ? <Facts of={known} /> : <p>{t('people.private.covered')}</p> : null}
      {isEditing && <PersonPrivateDialog person={person} onClose={() => setEditing(false)} />}
    </Section>
  )
}

function Facts({ of }: { readonly of: Known }) {
  const { t, date, list } = useWords()
  const text = (key: string, value: string): readonly KeyValue[] =>
    value === '' ? [] : [{ key, value: <bdi>{value}</bdi> }]
  const lines = (key: string, value: string): readonly KeyValue[] =>
    value === '' ? [] : [{ key, value: <span className={c('lines')}>{value}</span> }]
  const copied = (key: string, value: string, label: string): readonly KeyValue[] =>
    value === '' ? [] : [{ key, value: <CopyText text={value} label={label} /> }]
  const items = [
    ...text(t('people.private.name-used'), of.nameUsed),
    ...text(t('people.private.legal-name'), of.legalName),
    ...text(t('people.private.script-name'), of.scriptName),
    ...text(t('people.private.pronouns'), of.pronouns),
    ...text(t('people.private.born'), of.born === null ? '' : date(of.born)),
    ...text(t('people.private.languages'), list(of.languages)),
    ...(of.interpreter === 'unknown'
      ? []
      : text(t('people.private.interpreter'), t(`people.interpreter.${of.interpreter}`))),
    ...copied(t('people.private.phone'), of.phone, t('people.copy.phone')),
    ...copied(t('people.private.email'), of.email, t('people.copy.email')),
    ...lines(t('people.private.health'), of.health),
    ...lines(t('people.private.notes'), of.notes),
  ]
  return items.length === 0 ? <p>{t('people.private.nothing')}</p> : <KeyValueList items={items} />
}
