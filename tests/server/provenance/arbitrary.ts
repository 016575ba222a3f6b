// Random evidence of one claim for property tests: few articles and sources, linked in every way that there is.
import fc from 'fast-check';
import type { Evidence, EvidenceAssertion, EvidenceSource } from '../../../server/schema/evidence.ts';
import { type ArticleInput, evidence } from './evidence.ts';

export const articleKeys = ['a', 'b', 'd', 'e', 'f', 'g', 's', 't'];
export const sourceKeys = ['v', 'w', 'x', 'y', 'z', 'source:person:p'];
const outlets = ['o', 'p', 'q', null];
/** Two outlets of one owner, one whose owner nobody knows. */
const owners: Readonly<Record<string, string>> = { o: 'owner', p: 'owner' };

const few = <T>(items: readonly T[], maxLength: number): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { maxLength });
const mostly = <T>(usual: T, ...rare: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

export const saidBy = (article: string): fc.Arbitrary<Partial<EvidenceAssertion>> =>
  fc.record({
    reconstructed: fc.constant(false),
    mode: mostly<EvidenceAssertion['mode']>('asserts', 'denies'),
    modality: mostly<EvidenceAssertion['modality']>('now', 'expected'),
    review: mostly<EvidenceAssertion['review']>('accepted', 'proposed'),
    sources: few(sourceKeys, 2),
    relays: fc.oneof(
      fc.constant<string[]>([]),
      few(
        articleKeys.filter((key) => key !== article),
        3,
      ),
    ),
  });

const article = (key: string): fc.Arbitrary<ArticleInput> =>
  fc
    .record({
      held: mostly(true, false),
      outlet: fc.constantFrom(...outlets),
      publishedFrom: fc.constantFrom(null, '2024-10-23', '2024-10-24'),
      publishedTo: fc.constantFrom(null, '2024-10-24', '2024-10-25'),
      republishes: fc.oneof(
        { weight: 6, arbitrary: fc.constant<string[]>([]) },
        {
          weight: 1,
          arbitrary: few(
            articleKeys.filter((other) => other !== key),
            2,
          ),
        },
      ),
      says: fc.array(saidBy(key), { maxLength: 2 }),
      shown: fc.array(
        fc.tuple(
          saidBy(key),
          few(
            articleKeys.filter((other) => other !== key),
            2,
          ),
        ),
        { maxLength: 1 },
      ),
    })
    .map(({ says, shown, ...rest }) => ({
      ...rest,
      owner: owners[rest.outlet ?? ''] ?? null,
      // An article that is not held has no text of its own: all it says is known from the first assertions of others.
      says: [
        ...(rest.held ? says : []),
        ...shown.map(([said, by]) => ({ ...said, reconstructed: true, knownFrom: by })),
      ],
    }));

const source = (key: string): fc.Arbitrary<Partial<EvidenceSource>> =>
  fc.record({
    kind: key.startsWith('source:')
      ? fc.constant('named' as const)
      : fc.constantFrom('anonymous', 'anonymous', 'document', 'ownReporting', 'unresolved'),
    minCount: mostly(1, 2, 4),
    memberOf: rarely(sourceKeys.filter((other) => other !== key)),
    sameAs: rarely(sourceKeys.filter((other) => other !== key)),
    identifiedAs: rarely(['person:p', 'person:q']),
  });
const rarely = (keys: readonly string[]): fc.Arbitrary<string[]> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: few(keys, 1) });

const record = <T>(keys: readonly string[], of: (key: string) => fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.record(Object.fromEntries(keys.map((key) => [key, of(key)])));

export interface Input {
  articles: Record<string, ArticleInput>;
  sources: Record<string, Partial<EvidenceSource>>;
}
/**
 * Articles may relay, print and show one another in circles; sources may be each other. What an article shows of another
 * may stand in any of its assertions, of any mode, with or without a relay.
 */
export const wildInput: fc.Arbitrary<Input> = fc.record({
  articles: few(articleKeys, 8).chain((keys) => record(keys, article)),
  sources: record(sourceKeys, source),
});

/** The same where what an article shows of another stands where it relays that, and is said in the same way. */
export const input: fc.Arbitrary<Input> = wildInput.map(({ articles, sources }) => {
  const rows = structuredClone(articles);
  for (const [key, row] of Object.entries(rows)) {
    row.says = (row.says ?? []).flatMap((said) => {
      if (said.reconstructed !== true) return [said];
      const isText = (by: string): boolean => rows[by]?.says?.[0]?.reconstructed === false;
      const [first, ...more] = (said.knownFrom ?? []).filter(isText);
      const shows = rows[first ?? '']?.says?.[0];
      if (first === undefined || shows === undefined) return [];
      const { mode = 'asserts', modality = 'now' } = shows;
      const alike = more.filter(
        (by) => rows[by]?.says?.[0]?.mode === mode && rows[by]?.says?.[0]?.modality === modality,
      );
      for (const by of [first, ...alike]) {
        const showing = rows[by]?.says?.[0];
        if (showing !== undefined) showing.relays = [...new Set([...(showing.relays ?? []), key])];
      }
      return [{ ...said, mode, modality, knownFrom: [first, ...alike] }];
    });
  }
  return { articles: rows, sources };
});

/** The same without reconstructed assertions: what each article says of its sources stands in its own text. */
export const plainInput: fc.Arbitrary<Input> = wildInput.map(({ articles, sources }) => ({
  sources,
  articles: Object.fromEntries(
    Object.entries(articles).map(([key, { says = [], ...rest }]) => [
      key,
      { ...rest, says: says.filter((said) => said.reconstructed !== true) },
    ]),
  ),
}));

export const evidenceFrom = (of: Input): Evidence => evidence(of);
