// A name as a part of a key or a file's name: small Latin letters, digits and hyphens.

/** At most `longest` characters; empty where nothing of the name is left. */
export const slugOf = (name: string, longest: number): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '');
