// What parts of the page are called by `focusNext`, once the dialog of saved views is gone or a part of it is.

export const viewsButton = 'the saved views';
export const newStoryButton = 'write a new story';
