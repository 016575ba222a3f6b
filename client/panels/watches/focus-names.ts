// What has the focus when the dialog of watches is closed, by name.
export const watchesButton = 'open the watches';
