/**
 * Runs inside the page, so it must stand alone. What no rule of axe sees: a page that scrolls sideways, words that are
 * cut off in a control, a message that was not found and shows its id or its braces.
 */
export function pageFaults(): string[] {
  const faults: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > root.clientWidth)
    faults.push(`the page is ${root.scrollWidth - root.clientWidth} px wider than the window`)
  const end = document.querySelector('#root')?.getBoundingClientRect().bottom ?? 0
  const below = root.scrollHeight - Math.max(end + window.scrollY, window.innerHeight)
  if (below > 2) faults.push(`the page goes on for ${Math.round(below)} px below its end`)

  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().width > 2
  const said = (element: Element): string =>
    `“${(element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)}”`
  /** The width of the words themselves, without what is hidden from the eye. */
  const wordsOf = (element: Element): readonly DOMRect[] => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const rects: DOMRect[] = []
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (!node.parentElement || !isShown(node.parentElement)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      rects.push(...range.getClientRects())
    }
    return rects.filter(rect => rect.width > 2)
  }

  const CONTROLS = 'button, a, [role=tab], [role=menuitem], [role=option], label, legend, th, dt, h1, h2, h3'
  for (const control of document.querySelectorAll(CONTROLS)) {
    if (!isShown(control) || control.closest('select')) continue
    const box = control.getBoundingClientRect()
    const isCut = wordsOf(control).some(
      words =>
        words.left < box.left - 1.5 ||
        words.right > box.right + 1.5 ||
        words.top < box.top - 4 ||
        words.bottom > box.bottom + 4,
    )
    if (isCut) faults.push(`words stand outside <${control.localName}> ${said(control)}`)
  }

  // At 320 px the system shortens what is chosen, and its list shows it whole.
  const lists = window.innerWidth < 640 ? [] : document.querySelectorAll('select')
  const pen = document.createElement('canvas').getContext('2d')
  for (const list of lists) {
    if (!isShown(list) || !pen) continue
    // The short form is empty where figures are set in equal width.
    const style = getComputedStyle(list)
    pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const chosen = list.selectedOptions[0]?.label ?? ''
    const room =
      list.clientWidth -
      Number.parseFloat(style.paddingInlineStart) -
      Number.parseFloat(style.paddingInlineEnd)
    if (pen.measureText(chosen).width > room + 1) faults.push(`“${chosen}” is cut off in its list`)
  }

  const ID = /\b(?:common|lock|setup|money|import|reports|settings|today)\.[a-z][\w-]*(?:\.[\w-]+)*/
  const BRACES = /\{[a-zA-Z]+(?:,|\})/
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.parentElement?.closest('script, style')) continue
    const found = ID.exec((node as Text).data ?? '') ?? BRACES.exec((node as Text).data ?? '')
    if (found) faults.push(`an untranslated message shows: ${found[0]}`)
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]'))
    for (const name of ['aria-label', 'placeholder', 'title']) {
      const text = element.getAttribute(name) ?? ''
      if (ID.test(text) || BRACES.test(text)) faults.push(`an untranslated message in ${name}: ${text}`)
    }
  return faults
}
