/** Submits a form from a button that stands outside it, in the foot of a dialog. */
export function submitForm(id: string): void {
  const form = document.getElementById(id)
  if (form instanceof HTMLFormElement) form.requestSubmit()
}
