// What `focusNext` calls the reports of corrections.

export const changedArticle = 'what the correction changed';
export const changedEntity = 'what the entity changed';
