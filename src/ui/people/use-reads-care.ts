/** Whether this laptop can read Care: a section that cannot be read says so and shows nothing. */
import { useGroup } from '../group-context.tsx'

export function useReadsCare(): boolean {
  const { vault } = useGroup()
  return vault.identity.compartments.some(({ kind, readable }) => kind === 'care' && readable)
}
