// Which regular expressions mean the same to Java, where Neo4j has them from, and to the embedded engine's library.

const plainPattern =
  /^(?:\(\?i\))?(?:[\w \-:,;'"/@#%=<>~!.*+?|]|\P{ASCII}|\((?!\?)|\)|\[\^?(?:[A-Za-z0-9](?:-[A-Za-z0-9])?)+\]|\\{1,2}[.*+?|()[\]{}^$])*$/u;

/** Letters, digits, `.`, repetition, choice, groups, ranges; ignoring case of unaccented letters only. */
export function isPlainPattern(pattern: string): boolean {
  const foldsMore = pattern.startsWith('(?i)') && /\P{ASCII}/u.test(pattern);
  return plainPattern.test(pattern) && !/[*+?][*+?]/.test(pattern) && !foldsMore;
}
