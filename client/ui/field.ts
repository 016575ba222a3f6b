// What stands in a form field, whatever kind of field it is.

/** The field's value at an event of its own. */
export const fieldValue = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
