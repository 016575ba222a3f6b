// Looks at Cypher as text: what is a string, a comment or a quoted name is blanked out, at the same length.

/** The text with strings, comments and back-quoted names as blanks: offsets and line breaks stay where they were. */
export function withoutLiterals(text: string): string {
  return text.replace(
    /'(?:\\[\s\S]|[^'\\])*'|"(?:\\[\s\S]|[^"\\])*"|`(?:``|[^`])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (literal) => literal.replace(/[^\n]/g, ' '),
  );
}

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** The names of the `$parameters` a statement uses, each with the offset of its first use. */
export function parametersOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const match of withoutLiterals(text).matchAll(/\$([A-Za-z_]\w*)/g)) {
    const name = match[1] ?? '';
    if (!found.has(name)) found.set(name, match.index);
  }
  return found;
}

const writing = /\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|FOREACH)\b/i;

/** Where a statement changes something, or -1: the first writing clause. */
export function firstWrite(text: string): number {
  return withoutLiterals(text).search(writing);
}
