// Takes out of a document what nothing in it refers to any more: it would stand unconnected, and no document may hold it.
import { prune } from '../changes/items.ts';
import { entityReferences } from '../ingest/references.ts';
import type { ClaimsDocument } from '../schema/article.ts';

const some = (...items: (string | undefined)[]): string[] => items.filter((one) => one !== undefined);

/** `withdrawn` are the keys of entities and other articles that go as well, where nothing is about them any more. */
export function pruneWith(document: ClaimsDocument, withdrawn: ReadonlySet<string>): ClaimsDocument {
  const left = prune(document);
  const { article, assertions, sources } = left;
  const related = new Set([
    ...assertions.flatMap(({ article: own, relays = [], disputes = [] }) => [
      ...some(own),
      ...relays.map((link) => link.article),
      ...disputes.flatMap((what) => ('article' in what ? [what.article] : [])),
    ]),
    ...sources.flatMap(({ spokeTo }) => some(spokeTo)),
    ...[article.republishes, article.corrects, article.retracts].flatMap((keys) => keys ?? []),
  ]);
  const goes = (one: { key: string; mentions?: unknown }, used: ReadonlySet<string>): boolean =>
    withdrawn.has(one.key) && one.mentions === undefined && !used.has(one.key);
  const articles = left.articles.filter((one) => !goes(one, related));
  const references = entityReferences({ ...left, articles }).filter(({ defines }) => !defines);
  const meant = new Set(references.map(({ key }) => key));
  return { ...left, articles, entities: left.entities.filter((one) => !goes(one, meant)) };
}
