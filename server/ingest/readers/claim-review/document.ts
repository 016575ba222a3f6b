// Makes the claims document of a fact-check out of the ClaimReviews on its page.
import type { ClaimsDocumentInput } from '../../../schema/article.ts';
import { fold } from '../../../schema/fold.ts';
import { maxQuoteLength, type Span } from '../../../schema/span.ts';
import { Url } from '../../../schema/text.ts';
import { sha256, shortHash } from '../../canonical.ts';
import { claimKey } from '../../keys.ts';
import { readDate } from '../article/dates.ts';
import { given } from '../csv/facts.ts';
import { slug } from '../csv/names.ts';
import type { Faults } from '../faults.ts';
import type { Tally } from '../tally.ts';
import { CodePoints } from '../text/code-points.ts';
import { normalText } from '../text/normal.ts';
import { distinctLine, inLine, line, quotable } from '../text/shorten.ts';
import { type FoundReview, isObject, type Json, textOf, typesOf } from './find.ts';
import { verdictOf } from './rating.ts';

type Items<L extends 'entities' | 'articles' | 'sources' | 'claims' | 'assertions'> = NonNullable<
  ClaimsDocumentInput[L]
>[number];

/** Where a review stands, for its faults. */
export interface PlacedReview extends FoundReview {
  file: string;
  line?: number | undefined;
}

const urlOf = (value: unknown): string | undefined => {
  const text = textOf(isObject(value) ? (value.url ?? value['@id']) : value);
  return text !== undefined && Url.safeParse(text).success ? text : undefined;
};
const addressSlug = (url: string): string => slug(url.replace(/^https?:\/\/(?:www\.)?|#.*$|\/+$/g, ''));

/** What makes the reviews of one page one article: its address; else who reviewed when, and the claim. */
export function pageOf({ review }: FoundReview): string {
  const url = urlOf(review.url) ?? urlOf(review.mainEntityOfPage) ?? urlOf(review['@id']);
  if (url !== undefined) return `article:${addressSlug(url)}`;
  const parts = [textOf(review.author), textOf(review.datePublished)?.slice(0, 10), textOf(review.claimReviewed)];
  return `article:${slug(parts.filter((part) => part !== undefined).join(' '))}`;
}

class PageBuilder {
  readonly #faults: Faults;
  readonly entities = new Map<string, Items<'entities'>>();
  readonly articles = new Map<string, Items<'articles'>>();
  readonly sources = new Map<string, Items<'sources'>>();
  readonly claims = new Map<string, Items<'claims'>>();
  readonly assertions: Items<'assertions'>[] = [];
  readonly #seen = new Set<string>();
  /** Reviews of a claim that the page reviews already. */
  repeats = 0;
  readonly #key: string;
  readonly #paragraphs: string[] = [];
  readonly #places: { at: number; words: string }[] = [];

  constructor(key: string, faults: Faults) {
    this.#key = key;
    this.#faults = faults;
  }

  /** The day of a member; a fault where the calendar has none such, nothing where it is of no known form. */
  date({ file, line: at, pointer }: PlacedReview, holder: Json, member: string, place = ''): string | undefined {
    const value = textOf(holder[member]);
    const read = value === undefined ? undefined : readDate(value);
    if (read?.is === 'wrong')
      this.#faults.add({
        file,
        line: at,
        field: `${pointer}${place}/${member}`,
        reason: `${JSON.stringify(value?.slice(0, 60))} is no date of the calendar`,
      });
    return read?.is === 'date' ? read.date : undefined;
  }

  #actor(value: unknown): string | undefined {
    const [first] = [value].flat();
    const name = line(textOf(value) ?? '', 200);
    if (fold(name) === '') return undefined;
    const isPerson = !isObject(first) || !typesOf(first).some((type) => /Organi[sz]ation|Corporation/.test(type));
    const [type, prefix] = isPerson ? (['Person', 'person'] as const) : (['Organization', 'organization'] as const);
    const key = `${prefix}:${slug(name)}`;
    this.entities.set(key, { type, key, name });
    return key;
  }

  outlet(value: unknown): string | undefined {
    const name = line(textOf(value) ?? '', 200);
    if (fold(name) === '') return undefined;
    const key = `outlet:${slug(name.replace(/^the\s+/i, ''))}`;
    const url = isObject(value) ? urlOf(value.url) : undefined;
    this.entities.set(key, { type: 'Outlet', key, name, ...given({ url }) });
    return key;
  }

  /** Who made the claim, or where nobody is named the speakers that this page does not name. */
  #holder(claimant: string | undefined): string {
    if (claimant !== undefined) return claimant;
    const key = `group:${this.#key.slice('article:'.length)}.unnamed`;
    this.entities.set(key, {
      type: 'Group',
      key,
      name: line(`Claimants not named at ${this.#key.slice('article:'.length)}`, 200),
    });
    return key;
  }

  add(placed: PlacedReview): void {
    const { review, file, line: at, pointer } = placed;
    const words = inLine(normalText(textOf(review.claimReviewed) ?? ''));
    if (fold(words) === '') {
      this.#faults.add({
        file,
        line: at,
        field: `${pointer}/claimReviewed`,
        reason: 'is missing; it is the claim in words',
      });
      return;
    }
    const [item] = [review.itemReviewed].flat();
    const reviewed = isObject(item) ? item : {};
    const claimant = this.#actor(reviewed.author ?? reviewed.creator);
    const claim = { kind: 'statement' as const, holder: this.#holder(claimant), text: distinctLine(words, 300) };
    const key = claimKey({ ...claim, id: '' });
    if (this.#seen.has(key)) {
      this.repeats += 1;
      return;
    }
    this.#seen.add(key);
    const number = this.claims.size + 1;
    const { mode, words: verdict } = verdictOf(review.reviewRating);
    const id = `a${number}`;
    this.claims.set(key, { id: `c${number}`, ...claim });
    this.#places.push({ at: this.#paragraphs.length, words });
    const body = normalText(textOf(review.reviewBody) ?? textOf(review.description) ?? '');
    this.#paragraphs.push(words, ...(verdict === undefined ? [] : [inLine(verdict)]), ...(body === '' ? [] : [body]));
    this.assertions.push({
      id,
      claim: `c${number}`,
      mode,
      ...(verdict === undefined ? {} : { wording: line(verdict, 300) }),
      extractor: 'claim-review',
    });
    this.#addAppearances(placed, reviewed, { id, claim: `c${number}`, claimant });
  }

  /** Each place where the claim was made is an article known from this one, which asserts it on the claimant's word. */
  #addAppearances(
    placed: PlacedReview,
    reviewed: Json,
    { id, claim, claimant }: { id: string; claim: string; claimant: string | undefined },
  ): void {
    const day = this.date(placed, reviewed, 'datePublished', '/itemReviewed');
    const urls = [reviewed.firstAppearance, reviewed.appearance, reviewed.url]
      .flat()
      .flatMap((one) => urlOf(one) ?? []);
    [...new Set(urls)].slice(0, 100).forEach((url, at) => {
      const key = `article:${addressSlug(url)}`;
      if (key === this.#key) return;
      const dated = day === undefined ? {} : { publishedFrom: day, publishedTo: day, dateBasis: 'stated' as const };
      if (!this.articles.has(key)) this.articles.set(key, { key, url, ...(at === 0 ? dated : {}) });
      const source = claimant === undefined ? undefined : `s-${shortHash([claimant]).slice(0, 12)}`;
      if (source !== undefined && claimant !== undefined) {
        const descriptor = this.entities.get(claimant)?.name ?? claimant;
        this.sources.set(source, { id: source, kind: 'named', actor: claimant, descriptor });
      }
      this.assertions.push({
        id: `${id}-${at + 1}`,
        article: key,
        claim,
        reconstructed: true,
        knownFrom: [id],
        extractor: 'claim-review',
        ...(source === undefined ? {} : { attributedTo: [{ source }] }),
      });
    });
  }

  /** The text that is held: the claims, the verdicts and what is said of them, as the reviews have them. */
  text(): string {
    return this.#paragraphs.join('\n\n');
  }

  /** The places of the claims in it, in the order of the assertions that are this article's own. */
  place(): void {
    const points = new CodePoints(this.text());
    let unit = 0;
    const starts = this.#paragraphs.map((paragraph) => {
      const start = unit;
      unit += paragraph.length + 2;
      return start;
    });
    const own = this.assertions.filter(({ reconstructed }) => reconstructed !== true);
    this.#places.forEach(({ at, words }, index) => {
      const start = points.at(starts[at] ?? 0);
      const whole = { start, end: start + [...words].length };
      const range = words.length <= maxQuoteLength ? whole : quotable(points, whole);
      const span: Span = { ...range, quote: points.slice(range) };
      Object.assign(own[index] ?? {}, { span });
    });
  }
}

/**
 * The document of the reviews of one page: its outlet is who reviewed, each claim a statement of who made it, which the
 * page denies, asserts or questions by its rating. Null where none of them has a claim; that, and dates that the calendar
 * does not have, are reported with their places.
 */
export function reviewDocument(
  reviews: readonly PlacedReview[],
  faults: Faults,
  tally: Tally,
): ClaimsDocumentInput | null {
  const [first] = reviews;
  if (first === undefined) return null;
  const key = pageOf(first);
  const built = new PageBuilder(key, faults);
  for (const review of reviews) built.add(review);
  if (built.claims.size === 0) return null;
  built.place();
  tally.add('reviews of a claim that their page reviews already, left aside', built.repeats);
  const { review } = first;
  const outlet = built.outlet(review.author ?? review.publisher);
  const day = built.date(first, review, 'datePublished');
  const title = line(textOf(review.headline) ?? textOf(review.name) ?? '', 500);
  const url = urlOf(review.url) ?? urlOf(review.mainEntityOfPage);
  const text = built.text();
  return {
    format: 'hearsay-claims/1',
    article: {
      key,
      ...given({ title: fold(title) === '' ? undefined : title, url, outlet }),
      ...(day === undefined ? {} : { publishedFrom: day, publishedTo: day, dateBasis: 'stated' as const }),
      textHash: `sha256:${sha256(text)}`,
      text,
    },
    articles: [...built.articles.values()],
    entities: [...built.entities.values()],
    sources: [...built.sources.values()],
    claims: [...built.claims.values()],
    assertions: built.assertions,
  };
}
