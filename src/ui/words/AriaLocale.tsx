/** The language of React Aria's parts: around every screen that has any, which those before an open group have not. */
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { FORMAT_LOCALES } from './messages.ts'
import { useWords } from './use-words.ts'

export function AriaLocale({ children }: { readonly children: ReactNode }) {
  const { language } = useWords()
  return <I18nProvider locale={FORMAT_LOCALES[language]}>{children}</I18nProvider>
}
