// Takes out of a document what nothing in it refers to any more: it would stand unconnected, and no document may hold it.
import { entityReferences } from '../ingest/references.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import type { Assertion } from '../schema/claim.ts';

const some = (...items: (string | undefined)[]): string[] => items.filter((one) => one !== undefined);

/** Without links to assertions that are gone; what was known from those alone goes too. */
function shownOnly(assertions: readonly Assertion[]): Assertion[] {
  const there = new Set(assertions.map(({ id }) => id));
  const left = assertions.flatMap((one): Assertion[] => {
    const knownFrom = one.knownFrom?.filter((id) => there.has(id));
    if (one.reconstructed && knownFrom?.length === 0) return [];
    const disputes = one.disputes?.filter((what) => !('assertion' in what) || there.has(what.assertion));
    const { knownFrom: _, disputes: __, ...rest } = one;
    return [
      {
        ...rest,
        ...(knownFrom === undefined ? {} : { knownFrom }),
        ...(disputes === undefined || disputes.length === 0 ? {} : { disputes }),
      },
    ];
  });
  return left.length === assertions.length ? left : shownOnly(left);
}

/** One round; what it takes out may have been all that referred to something else. */
function round(document: ClaimsDocument): ClaimsDocument {
  const assertions = shownOnly(document.assertions);
  const disputes = assertions.flatMap((one) => one.disputes ?? []);
  const claims = new Set([
    ...assertions.map(({ claim }) => claim),
    ...document.claims.flatMap(({ includes = [] }) => includes),
    ...disputes.flatMap((what) => ('claim' in what ? [what.claim] : [])),
  ]);
  const quotes = new Set([
    ...assertions.flatMap((one) => one.quotes ?? []),
    ...document.quotes.flatMap(({ translationOf }) => some(translationOf)),
    ...disputes.flatMap((what) => ('quote' in what ? [what.quote] : [])),
  ]);
  const utterances = new Set(document.quotes.flatMap(({ utterance }) => some(utterance)));
  const sources = new Set([
    ...assertions.flatMap(({ attributedTo = [] }) => attributedTo.map(({ source }) => source)),
    ...document.sources.flatMap(({ memberOf }) => some(memberOf)),
    ...document.utterances.flatMap(({ speakerSource }) => some(speakerSource)),
  ]);
  return {
    ...document,
    assertions,
    claims: document.claims.filter(({ id }) => claims.has(id)),
    quotes: document.quotes.filter(({ id }) => quotes.has(id)),
    utterances: document.utterances.filter(({ key }) => utterances.has(key)),
    sources: document.sources.filter(({ id }) => sources.has(id)),
  };
}

const size = ({ assertions, claims, quotes, utterances, sources }: ClaimsDocument): number =>
  assertions.length + claims.length + quotes.length + utterances.length + sources.length;

/** `withdrawn` are the keys of entities and other articles that go as well, where nothing is about them any more. */
export function prune(document: ClaimsDocument, withdrawn: ReadonlySet<string>): ClaimsDocument {
  let left = document;
  for (let before = -1; before !== size(left); ) {
    before = size(left);
    left = round(left);
  }
  const related = new Set([
    ...left.assertions.flatMap(({ article, relays = [], disputes = [] }) => [
      ...some(article),
      ...relays.map((link) => link.article),
      ...disputes.flatMap((what) => ('article' in what ? [what.article] : [])),
    ]),
    ...left.sources.flatMap(({ spokeTo }) => some(spokeTo)),
    ...[left.article.republishes, left.article.corrects, left.article.retracts].flatMap((keys) => keys ?? []),
  ]);
  const goes = (one: { key: string; mentions?: unknown }, used: ReadonlySet<string>): boolean =>
    withdrawn.has(one.key) && one.mentions === undefined && !used.has(one.key);
  const articles = left.articles.filter((one) => !goes(one, related));
  const references = entityReferences({ ...left, articles }).filter(({ defines }) => !defines);
  const meant = new Set(references.map(({ key }) => key));
  return { ...left, articles, entities: left.entities.filter((one) => !goes(one, meant)) };
}
