// What the button that opens a Hearsay export is called by `focusNext`, once the dialog is closed.

export const importOpener = 'open a Hearsay export';
