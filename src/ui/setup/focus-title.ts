/** On a change of screen the focus goes to its title, as on a new page. An effect: `useEffect(focusTitle, [])`. */
export function focusTitle(): void {
  window.scrollTo(0, 0)
  document.querySelector<HTMLElement>('[data-screen-title]')?.focus({ preventScroll: true })
}
