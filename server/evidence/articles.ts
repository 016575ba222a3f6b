// Loads articles with all on which their word depends: what they print, and what revises, corrects or retracts them.
import type { EvidenceArticle } from '../schema/evidence.ts';
import { distinct, groupBy, inBatches } from '../schema/lists.ts';
import type { Rows } from '../schema/statements.ts';
import type { Reader } from '../store/port.ts';
import { closureOf } from './closure.ts';

type Link = Rows<'evidence/article-links'>[number];
type Plain = Rows<'evidence/articles'>[number];

/** What was read before, by key: articles and sources are few against assertions, and many of these share them. */
export interface KnownArticles {
  readonly rows: Map<string, Plain>;
  readonly links: Map<string, readonly Link[]>;
}
export const knowNoArticles = (): KnownArticles => ({ rows: new Map(), links: new Map() });

/** Reads what is not known yet of the articles and of all that their links lead to; gives the keys of all of them. */
async function readInto(reader: Reader, { rows, links }: KnownArticles, keys: Iterable<string>): Promise<Set<string>> {
  const read = async (unknown: readonly string[]) => {
    const found = await inBatches(unknown, (batch) => reader.read('evidence/article-links', { keys: batch }));
    const of = groupBy(found, ({ article }) => article);
    return (key: string): readonly Link[] => of.get(key) ?? [];
  };
  const reached = await closureOf(keys, links, read, ({ other }) => [other]);
  const unread = [...reached].filter((key) => !rows.has(key));
  for (const row of await inBatches(unread, (batch) => reader.read('evidence/articles', { keys: batch }))) {
    const before = rows.get(row.article);
    // An article has one outlet; should a database hold two, the first by key is taken, on both engines.
    if (before === undefined || (row.outlet ?? '') < (before.outlet ?? '')) rows.set(row.article, row);
  }
  return reached;
}

/** The articles with the keys and all that these depend on, each with its links; what is not there is left out. */
export async function articlesOf(
  reader: Reader,
  known: KnownArticles,
  keys: Iterable<string>,
): Promise<EvidenceArticle[]> {
  const reached = await readInto(reader, known, keys);
  const others = (key: string, type: Link['type']): string[] =>
    (known.links.get(key) ?? []).filter((link) => link.type === type).map(({ other }) => other);
  const revisions = (key: string): Set<string> => {
    const later = new Set(others(key, 'REVISION_OF'));
    // A set gives what is added to it during the walk as well.
    for (const one of later) for (const other of others(one, 'REVISION_OF')) later.add(other);
    return later;
  };
  return [...reached].flatMap((key): EvidenceArticle[] => {
    const row = known.rows.get(key);
    if (row === undefined) return [];
    return [
      {
        ...row,
        revisedBy: distinct(revisions(key)),
        retractedBy: distinct(others(key, 'RETRACTS')),
        correctedBy: distinct(others(key, 'CORRECTS')),
        republishes: distinct(others(key, 'REPUBLISHES')),
      },
    ];
  });
}
