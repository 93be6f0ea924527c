/** What a person wishes of an interpreter: kept in Care, covered, and looked at while one is booked. */
import { useState } from 'react'
import { contact } from '#domain/contact.ts'
import { interpreterWishes, interpreterWishesId } from '#domain/interpreter-wishes.ts'
import { member } from '#domain/member.ts'
import { useCanRead, useLive } from '../../group-context.tsx'
import { Button } from '../../parts/Button.tsx'
import { KeyValueList } from '../../parts/KeyValueList.tsx'
import { Section } from '../../parts/Section.tsx'
import { useWords } from '../../words/use-words.ts'
import { CoverButton } from '../CoverButton.tsx'
import { useCover } from '../use-cover.ts'
import { useWishWords } from '../use-wish-words.ts'
import type { PersonPartProps } from './PersonScreen.tsx'
import { WishesDialog } from './WishesDialog.tsx'

export function PersonInterpreter({ person }: PersonPartProps) {
  const { t, list } = useWords()
  const hasCare = useCanRead('care')
  const say = useWishWords()
  const known = useLive(live => live.get(interpreterWishes, interpreterWishesId(person.id)))
  const contacts = useLive(live => live.records(contact))
  const members = useLive(live => live.records(member))
  const { isShown, toggle } = useCover()
  const [isEditing, setEditing] = useState(false)
  if (!hasCare)
    return (
      <Section card title={t('people.wishes')}>
        <p>{t('people.wishes.elsewhere')}</p>
      </Section>
    )
  const names = new Map(
    [...members, ...contacts].map(each => [
      each.id,
      each.name || ('organization' in each ? each.organization : ''),
    ]),
  )
  return (
    <Section
      card
      title={t('people.wishes')}
      intro={t('people.wishes.intro')}
      actions={
        <>
          {known && <CoverButton isShown={isShown} onToggle={toggle} />}
          <Button size="small" icon="edit" onPress={() => setEditing(true)}>
            {t(known ? 'people.private.edit' : 'people.private.enter')}
          </Button>
        </>
      }
    >
      {known && !isShown && <p>{t('people.private.covered')}</p>}
      {known && isShown && (
        <KeyValueList
          items={[
            { key: t('people.wishes.wish'), value: say(known) || t('people.wishes.none') },
            {
              key: t('people.wishes.never'),
              value:
                known.never.length === 0
                  ? t('people.wishes.nobody')
                  : list(known.never.map(id => names.get(id) || t('people.wishes.gone'))),
            },
          ]}
        />
      )}
      {isEditing && <WishesDialog person={person} onClose={() => setEditing(false)} />}
    </Section>
  )
}
