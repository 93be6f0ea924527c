/** Every word with a landlord, the newest first: what was said is not asked a second time by somebody else. */
import { useState } from 'react'
import type { HomeContact } from '#domain/home.ts'
import type { HomeHere } from '#state/housing.ts'
import { useGroup } from '../../group-context.tsx'
import { classes } from '../../parts/classes.ts'
import { Menu } from '../../parts/Menu.tsx'
import { Section } from '../../parts/Section.tsx'
import { Sentence } from '../../parts/Sentence.tsx'
import { useSave } from '../../use-save.ts'
import { useWords } from '../../words/use-words.ts'
import css from '../Housing.module.css'
import { useHomeWords } from '../use-home-words.ts'
import { ContactDialog } from './ContactDialog.tsx'

const c = classes(css)

export function ContactLog({ of }: { readonly of: HomeHere }) {
  const { t, date } = useWords()
  const { commands } = useGroup()
  const { memberName } = useHomeWords()
  const save = useSave()
  const [editing, setEditing] = useState<HomeContact | null>(null)
  return (
    <Section card title={t('housing.contacts')}>
      {of.contacts.length === 0 ? (
        <p>{t('housing.contacts.none')}</p>
      ) : (
        <ul className={c('log')}>
          {of.contacts.map(each => (
            <li key={each.id} className={c('logItem')}>
              <div>
                <p className={c('when')}>
                  <Sentence>
                    {[
                      date(each.on, 'weekday'),
                      t(`housing.way.${each.way}`),
                      each.by === null ? '' : memberName(each.by),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Sentence>
                </p>
                <p className={c('text')}>{each.text}</p>
              </div>
              <Menu
                label={t('housing.contact.menu', { date: date(each.on) })}
                icon="more"
                entries={[
                  { id: 'edit', label: t('housing.edit'), icon: 'edit', onPress: () => setEditing(each) },
                  {
                    id: 'delete',
                    label: t('housing.do.delete'),
                    icon: 'delete',
                    danger: true,
                    onPress: () =>
                      void save(commands.deleteHomeContact(each.id), t('housing.contact.deleted')),
                  },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
      {editing && <ContactDialog home={of.home} of={editing} onClose={() => setEditing(null)} />}
    </Section>
  )
}
