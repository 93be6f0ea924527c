/** While a dialog stands on the page, the page says so: messages keep away from its buttons. */
import { useLayoutEffect } from 'react'

let standing = 0

export function useDialogMark(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return
    const { dataset } = document.documentElement
    standing += 1
    dataset['dialog'] = ''
    return () => {
      standing -= 1
      if (standing === 0) delete dataset['dialog']
    }
  }, [isOpen])
}
