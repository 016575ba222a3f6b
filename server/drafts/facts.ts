// Fills in what a file tells of an article and the database does not know yet; what is known stays as it is.
import type { ClaimsDocument } from '../schema/article.ts';

const single = ['title', 'url', 'archivedUrl', 'author', 'fetchedAt'] as const;

/** `now` with the facts of the article that only `read` has. */
export function withFacts(now: ClaimsDocument, read: ClaimsDocument): ClaimsDocument {
  const article = { ...now.article };
  const found = read.article;
  for (const member of single) {
    const value = found[member];
    if (article[member] === undefined && value !== undefined) article[member] = value;
  }
  // A day and how it is known go together.
  if (article.dateBasis === 'unknown' && found.dateBasis !== 'unknown') {
    const { dateBasis, publishedFrom, publishedTo, dateNote } = found;
    const dated = { publishedFrom, publishedTo, dateNote };
    Object.assign(
      article,
      { dateBasis },
      Object.fromEntries(Object.entries(dated).filter(([, one]) => one !== undefined)),
    );
  }
  if (article.outlet !== undefined || found.outlet === undefined) return { ...now, article };
  const known = new Set(now.entities.map(({ key }) => key));
  const entities = read.entities.filter(({ key }) => key === found.outlet && !known.has(key));
  return { ...now, article: { ...article, outlet: found.outlet }, entities: [...now.entities, ...entities] };
}
