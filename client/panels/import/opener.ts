// What the buttons that open the dialogs of imports are called by `focusNext`, once these are closed.

export const importOpener = 'open a Hearsay export';
/** The same of the button that adds articles. */
export const takeInOpener = 'add articles';
