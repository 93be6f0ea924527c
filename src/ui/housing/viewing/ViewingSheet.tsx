/** The list of a viewing for paper: the address, boxes to tick, lines to write on. Of the home and of nobody who may live there. */
import type { Home } from '#domain/home.ts'
import { checkGroupNames, checkGroups } from '#domain/home-check.ts'
import { classes } from '../../parts/classes.ts'
import { useWords } from '../../words/use-words.ts'
import { useHomeWords } from '../use-home-words.ts'
import css from './Viewing.module.css'

const c = classes(css)

export function ViewingSheet({ home }: { readonly home: Home }) {
  const { t, money } = useWords()
  const { title, bedrooms } = useHomeWords()
  const { rentCents } = home.terms
  return (
    <article className={c('sheet')}>
      <h1>{t('housing.sheet.title')}</h1>
      <p>
        <strong>{title(home)}</strong>
        {home.name !== '' && home.address !== '' && ` · ${home.address}`}
      </p>
      <p>
        {[
          rentCents === null ? '' : t('housing.per-month', { amount: money(rentCents) }),
          bedrooms(home) ?? '',
          home.landlord,
          home.reach,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>{t('housing.sheet.when')}</p>
      {checkGroupNames.map(group => (
        <table key={group} className={c('questions')}>
          <thead>
            <tr>
              <th scope="col">{t(`housing.check-group.${group}`)}</th>
              <th scope="col" className={c('box')}>
                {t('housing.check-answer.good')}
              </th>
              <th scope="col" className={c('box')}>
                {t('housing.check-answer.bad')}
              </th>
              <th scope="col">{t('housing.note')}</th>
            </tr>
          </thead>
          <tbody>
            {checkGroups[group].map(key => (
              <tr key={key}>
                <th scope="row">{t(`housing.check.${key}`)}</th>
                <td className={c('box')}>☐</td>
                <td className={c('box')}>☐</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <p>{t('housing.sheet.photos')}</p>
    </article>
  )
}
