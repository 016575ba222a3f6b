// Where a refused form puts the focus.

/** Focuses the first field that has a fault, once the page shows it. */
export function focusFault(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const fault = form?.querySelector('.form-problem');
    const own = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const near = fault?.closest('.edit-field, fieldset')?.querySelector<HTMLElement>('input, select, textarea');
    (own ?? near)?.focus();
  });
}
