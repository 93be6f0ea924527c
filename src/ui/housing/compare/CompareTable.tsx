/** A row a question, a column a home. Where it is narrow, the homes stand under each question. */
import type { ReactNode } from 'react'
import type { Home } from '#domain/home.ts'
import { homeFigures, type SearchFacts } from '#state/home-figures.ts'
import type { HomeHere } from '#state/housing.ts'
import { classes } from '../../parts/classes.ts'
import { Link } from '../../parts/Link.tsx'
import { VisuallyHidden } from '../../parts/VisuallyHidden.tsx'
import { useRouter } from '../../shell/use-router.ts'
import { useWords } from '../../words/use-words.ts'
import { figureKinds, HomeFigure } from '../figures/HomeFigure.tsx'
import { useFigureWords } from '../figures/use-figure-words.ts'
import { useHomeWords } from '../use-home-words.ts'
import css from './Compare.module.css'

const c = classes(css)

interface Row {
  readonly id: string
  readonly head: string
  readonly cell: (home: Home) => ReactNode
}

export function CompareTable({
  homes,
  facts,
}: {
  readonly homes: readonly HomeHere[]
  readonly facts: SearchFacts
}) {
  const { t } = useWords()
  const { go } = useRouter()
  const { title } = useHomeWords()
  const rows = useRows(facts)
  return (
    <div className={c('frame')}>
      <table className={c('table')}>
        <caption>
          <VisuallyHidden>{t('housing.compare')}</VisuallyHidden>
        </caption>
        <thead className={c('head')}>
          <tr>
            <td className={c('cell')} />
            {homes.map(({ home }) => (
              <th key={home.id} scope="col" className={c('cell')}>
                <Link look="plain" onPress={() => go({ area: 'housing', screen: 'home', id: home.id })}>
                  {title(home)}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id} className={c('row')} data-compare={row.id}>
              <th scope="row" className={c('names')}>
                {row.head}
              </th>
              {homes.map(({ home }) => (
                <td key={home.id} className={c('cell')}>
                  <span className={c('narrowOnly')} aria-hidden="true">
                    {title(home)}
                  </span>
                  {row.cell(home)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useRows(facts: SearchFacts): readonly Row[] {
  const { t, date } = useWords()
  const words = useHomeWords()
  const figures = useFigureWords()
  const said = (text: string): ReactNode => text || t('housing.not-known')
  const row = (id: string, cell: Row['cell']): Row => ({ id, head: t(`housing.row.${id}`), cell })
  return [
    row('stage', home => t(`housing.stage.${home.stage.at}`)),
    ...figureKinds.map(kind =>
      row(kind, home => <HomeFigure kind={kind} figures={homeFigures(home, facts)} facts={facts} />),
    ),
    row('included', home => said(figures.among(home.included.map(each => t(`housing.included.${each}`))))),
    row('bedrooms', home => (
      <>
        {words.bedrooms(home) ?? t('housing.not-known')}
        <br />
        <span className={c('quiet')}>{t('housing.for-people', facts.people)}</span>
      </>
    )),
    row('school', home => said(home.toSchool)),
    row('transit', home => said(home.toTransit)),
    row('group', home => said(home.toGroup)),
    row('services', home => said(home.toServices)),
    row('access', home => said(figures.among(home.access.map(each => t(`housing.access.${each}`))))),
    row('available', home => said(home.availableFrom === null ? '' : date(home.availableFrom))),
  ]
}
