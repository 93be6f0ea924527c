/**
 * What only Care knows of a person. Covered until it is asked for, and again with the amounts: a screen is often seen by
 * more people than the one in front of it.
 */
import { useState } from 'react'
import { type PersonPrivate as Known, personPrivate, personPrivateId } from '#domain/person-private.ts'
import { useLive, useSession } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { CopyText } from '../../parts/CopyText.tsx'
import { classes } from '../../parts/classes.ts'
import { type KeyValue, KeyValueList } from '../../parts/KeyValueList.tsx'
import { Section } from '../../parts/Section.tsx'
import { useHasCare } from '../../use-has-care.ts'
import { useWords } from '../../words/use-words.ts'
import css from '../People.module.css'
import { PersonPrivateDialog } from './PersonPrivateDialog.tsx'
import type { PersonPartProps } from './PersonScreen.tsx'

const c = classes(css)

export function PersonPrivate({ person }: PersonPartProps) {
  const { t } = useWords()
  const hasCare = useHasCare()
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
  const isHiding = useSession(state => state.hideAmounts)
  const known = useLive(live => live.get(personPrivate, personPrivateId(person.id)))
  const [isShown, setShown] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const [wasHiding, setWasHiding] = useState(isHiding)
  if (wasHiding !== isHiding) {
    setWasHiding(isHiding)
    if (isHiding) setShown(false)
  }
  return (
    <Section
      card
      title={t('people.private')}
      intro={t('people.private.intro')}
      actions={
        <>
          {known && (
            <Button
              size="small"
              kind="quiet"
              icon={isShown ? 'hidden' : 'visible'}
              onPress={() => setShown(!isShown)}
            >
              {t(isShown ? 'people.private.cover' : 'people.private.show')}
            </Button>
          )}
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
