/** All French messages, one PO file an area. A module of its own so that only the language in use is loaded. */
/// <reference path="../env.d.ts" />
import { messages as after } from '#resources/locales/after.fr.po'
import { messages as allowance } from '#resources/locales/allowance.fr.po'
import { messages as calendar } from '#resources/locales/calendar.fr.po'
import { messages as common } from '#resources/locales/common.fr.po'
import { messages as housing } from '#resources/locales/housing.fr.po'
import { messages as imports } from '#resources/locales/import.fr.po'
import { messages as lock } from '#resources/locales/lock.fr.po'
import { messages as money } from '#resources/locales/money.fr.po'
import { messages as papers } from '#resources/locales/papers.fr.po'
import { messages as people } from '#resources/locales/people.fr.po'
import { messages as plan } from '#resources/locales/plan.fr.po'
import { messages as recurring } from '#resources/locales/recurring.fr.po'
import { messages as reports } from '#resources/locales/reports.fr.po'
import { messages as settings } from '#resources/locales/settings.fr.po'
import { messages as setup } from '#resources/locales/setup.fr.po'
import { messages as things } from '#resources/locales/things.fr.po'
import { messages as today } from '#resources/locales/today.fr.po'

export const messages = {
  ...common,
  ...setup,
  ...money,
  ...imports,
  ...reports,
  ...today,
  ...settings,
  ...lock,
  ...plan,
  ...calendar,
  ...people,
  ...papers,
  ...after,
  ...housing,
  ...recurring,
  ...allowance,
  ...things,
}
