/** The screens of People by route. */
import { useRoute } from '../shell/use-router.ts'
import { ContactsScreen } from './contacts/ContactsScreen.tsx'
import { HouseholdScreen } from './household/HouseholdScreen.tsx'
import { PersonScreen } from './household/PersonScreen.tsx'
import { MemberScreen } from './members/MemberScreen.tsx'
import { MembersScreen } from './members/MembersScreen.tsx'

export function PeopleArea() {
  const { screen, id } = useRoute()
  switch (screen) {
    case 'person':
      return <PersonScreen personId={id ?? ''} />
    case 'member':
      return <MemberScreen memberId={id ?? ''} />
    case 'members':
      return <MembersScreen />
    case 'contacts':
      return <ContactsScreen />
    default:
      return <HouseholdScreen />
  }
}
