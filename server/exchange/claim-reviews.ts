// Claims as schema.org data: what articles deny or question as ClaimReviews, the rest as Claims with the places where they stand.
// The form: https://schema.org/ClaimReview and https://schema.org/Claim
import { InvalidRequest } from '../errors.ts';
import type { EvidenceAssertion, EvidenceClaim } from '../schema/evidence.ts';
import { addTo, compare, inBatches } from '../schema/lists.ts';
import type { EvidenceQuery } from '../schema/query.ts';
import type { Store } from '../store/port.ts';
import { countedBy, type Filtered } from '../views/hearsay/evidence-filter.ts';
import { loadNodes } from '../views/hearsay/load.ts';

type Json = Record<string, unknown>;

/** Google's scale for fact-checks; what is between the two ends is questioned. */
const scale = { worstRating: 1, bestRating: 5 };
const ratings = { denies: 1, questions: 3, asserts: 5 } as const;

const given = (members: Json): Json =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null));
const day = (date: string | null | undefined): string | undefined => date ?? undefined;

class Writer {
  readonly #counted: Filtered;
  readonly #names: ReadonlyMap<string, { name: string; type: string }>;
  readonly #addresses: ReadonlyMap<string, { url: unknown; archivedUrl: unknown; author: unknown }>;
  readonly #byClaim = new Map<string, EvidenceAssertion[]>();

  constructor(
    counted: Filtered,
    names: ReadonlyMap<string, { name: string; type: string }>,
    addresses: ReadonlyMap<string, { url: unknown; archivedUrl: unknown; author: unknown }>,
  ) {
    this.#counted = counted;
    this.#names = names;
    this.#addresses = addresses;
    for (const one of counted.evidence.assertions) if (one.review === 'accepted') addTo(this.#byClaim, one.claim, one);
  }

  #thing(key: string | null | undefined): Json | undefined {
    const found = key === null || key === undefined ? undefined : this.#names.get(key);
    return found && { '@type': found.type, name: found.name, identifier: key };
  }

  #article(key: string): Json {
    const article = this.#counted.evidence.articles.get(key);
    const { url, archivedUrl, author } = this.#addresses.get(key) ?? {};
    return given({
      '@type': 'NewsArticle',
      identifier: key,
      headline: article?.title,
      url,
      archivedAt: archivedUrl,
      author: typeof author === 'string' ? { '@type': 'Person', name: author } : undefined,
      publisher: this.#thing(article?.outlet),
      datePublished: day(article?.publishedTo ?? article?.publishedFrom),
    });
  }

  /** The claim, who holds it, and the articles that assert it. */
  claim(claim: EvidenceClaim): Json {
    const asserting = (this.#byClaim.get(claim.claim) ?? []).filter(({ mode }) => mode === 'asserts');
    const appearances = [...new Set(asserting.map(({ article }) => article))].sort(compare);
    return given({
      '@type': 'Claim',
      identifier: claim.claim,
      text: claim.text,
      author: this.#thing(claim.holder),
      about: this.#thing(claim.target),
      appearance: appearances.length === 0 ? undefined : appearances.map((key) => this.#article(key)),
    });
  }

  /** One for each article that denies or questions the claim; reconstructed ones are known from others alone. */
  reviews(claim: EvidenceClaim): Json[] {
    const seen = new Set<string>();
    return (this.#byClaim.get(claim.claim) ?? []).flatMap(
      ({ article, mode, wording, reconstructed, assertion }): Json[] => {
        if (mode === 'asserts' || reconstructed || seen.has(article)) return [];
        seen.add(article);
        const { headline, url, publisher, datePublished } = this.#article(article);
        return [
          given({
            '@type': 'ClaimReview',
            identifier: assertion,
            name: headline,
            url,
            datePublished,
            author: publisher,
            claimReviewed: claim.text,
            itemReviewed: this.claim(claim),
            reviewRating: { '@type': 'Rating', ratingValue: ratings[mode], ...scale, alternateName: wording ?? mode },
          }),
        ];
      },
    );
  }

  /** What somebody made of a contradiction, as a review of the claim by that person; it has words and no value. */
  disposition(
    claims: readonly EvidenceClaim[],
    decided: { state: string; by: unknown; why: unknown; on: unknown },
  ): Json[] {
    return claims.slice(0, 1).map((claim) =>
      given({
        '@type': 'ClaimReview',
        datePublished: decided.on,
        author: { '@type': 'Person', name: decided.by },
        claimReviewed: claim.text,
        itemReviewed: claims.map((one) => this.claim(one)),
        reviewBody: decided.why,
        reviewRating: { '@type': 'Rating', alternateName: decided.state },
      }),
    );
  }
}

const schemaTypes: Readonly<Record<string, string>> = {
  Person: 'Person',
  Country: 'Country',
  Organization: 'Organization',
  Group: 'Organization',
  Outlet: 'NewsMediaOrganization',
  Event: 'Event',
};

/**
 * A JSON-LD graph of every claim that counts under the query's filter. What ClaimReview has no place for stays behind:
 * spans, sources and relays, origins, modality, contradictions that nobody has decided. Errors: those of the filter, and
 * InvalidRequest where the database is not Hearsay's.
 */
export async function claimReviews(store: Store, query: EvidenceQuery): Promise<Json> {
  if (store.capabilities.model !== 'hearsay')
    throw new InvalidRequest('This is not a Hearsay database: it holds no claims to export.');
  const counted = await countedBy(store, query);
  const { evidence } = counted;
  const claims = [...evidence.claims.values()].sort((a, b) => compare(a.claim, b.claim));
  const outlets = [...evidence.articles.values()].flatMap(({ outlet }) => outlet ?? []);
  const entities = new Set([...outlets, ...claims.flatMap(({ holder, target }) => [holder, target ?? []].flat())]);
  const nodes = await loadNodes(store, entities);
  const names = new Map(
    nodes.map(({ key, name, labels }) => [key, { name, type: schemaTypes[labels[0] ?? ''] ?? 'Thing' }]),
  );
  const rows = await inBatches(evidence.articles.keys(), (keys) => store.read('read/export/articles', { keys }));
  const addresses = new Map(
    rows.map(({ key, properties: { url, archivedUrl, author } }) => [key, { url, archivedUrl, author }]),
  );
  const writer = new Writer(counted, names, addresses);
  const entries = new Map(counted.contradictions.map((entry) => [entry.key, entry]));
  const decided = (await store.read('read/curation/dispositions', {})).flatMap(({ contradiction, ...disposition }) => {
    const entry = entries.get(contradiction);
    const sides = entry === undefined ? [] : [...new Set([entry.a.claim, entry.b.claim])];
    return writer.disposition(
      sides.flatMap((key) => evidence.claims.get(key ?? '') ?? []),
      disposition,
    );
  });
  const graph = claims.flatMap((claim) => {
    const reviews = writer.reviews(claim);
    return reviews.length > 0 ? reviews : [writer.claim(claim)];
  });
  return { '@context': 'https://schema.org', '@graph': [...graph, ...decided] };
}
