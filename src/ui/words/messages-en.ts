/** All English messages, one PO file an area. A module of its own so that only the language in use is loaded. */
/// <reference path="../env.d.ts" />
import { messages as after } from '#resources/locales/after.en.po'
import { messages as allowance } from '#resources/locales/allowance.en.po'
import { messages as calendar } from '#resources/locales/calendar.en.po'
import { messages as common } from '#resources/locales/common.en.po'
import { messages as housing } from '#resources/locales/housing.en.po'
import { messages as imports } from '#resources/locales/import.en.po'
import { messages as lock } from '#resources/locales/lock.en.po'
import { messages as money } from '#resources/locales/money.en.po'
import { messages as papers } from '#resources/locales/papers.en.po'
import { messages as people } from '#resources/locales/people.en.po'
import { messages as plan } from '#resources/locales/plan.en.po'
import { messages as recurring } from '#resources/locales/recurring.en.po'
import { messages as reports } from '#resources/locales/reports.en.po'
import { messages as settings } from '#resources/locales/settings.en.po'
import { messages as setup } from '#resources/locales/setup.en.po'
import { messages as things } from '#resources/locales/things.en.po'
import { messages as today } from '#resources/locales/today.en.po'

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
