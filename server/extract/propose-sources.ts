// Proposals for the articles that a text relays and for whom it names as sources.

import type { ProposalOf } from '../schema/draft.ts';
import { fold } from '../schema/fold.ts';
import type { RelayFound } from './claims/relays.ts';
import type { SourceFound } from './claims/sources.ts';
import type { Stub } from './claims/stubs.ts';
import { idOf, reasonOf } from './propose-names.ts';
import type { Reading } from './reading/reading.ts';
import { lineOf, spanOfWords, wordsText } from './spans.ts';

export type ArticleProposal = ProposalOf<'article'>;
export type SourceProposal = ProposalOf<'source'>;

export function articleProposals(
  reading: Reading,
  stubs: readonly Stub[],
  until: string | undefined,
): Map<RelayFound, ArticleProposal> {
  const found = new Map<RelayFound, ArticleProposal>();
  for (const { key, outlet, date, places, candidates } of stubs) {
    const [first] = [...places].sort((a, b) => b.score - a.score);
    const span = first && spanOfWords(reading, first.how);
    if (first === undefined || span === undefined) continue;
    const dated = places.find((place) => place.date !== undefined)?.date;
    const when =
      date !== undefined
        ? {
            publishedFrom: date,
            publishedTo: date,
            dateBasis: 'inferred' as const,
            dateNote:
              lineOf(`“${dated ? reading.slice(dated) : date}”, ${dated?.reason ?? 'as the text says'}`) ?? date,
          }
        : until !== undefined
          ? {
              publishedTo: until,
              dateBasis: 'inferred' as const,
              dateNote: 'No date is given; not later than the report that relays it.',
            }
          : { dateBasis: 'unknown' as const };
    const proposal: ArticleProposal = {
      kind: 'article',
      id: idOf('article', key),
      span,
      score: first.score,
      reason: reasonOf(first.reason),
      article: key,
      outlet: outlet.key,
      ...when,
      candidates,
    };
    for (const place of places) found.set(place, proposal);
  }
  return found;
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

/** Keeps one proposal for each source; anonymous ones of one article are told apart by how it calls them. */
export class Sources {
  readonly all: SourceProposal[] = [];
  readonly #byName = new Map<string, SourceProposal>();
  readonly #ids = new Set<string>();
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  of(found: SourceFound, stub: ArticleProposal | undefined): SourceProposal | undefined {
    const { kind, actor, words, minCount, noun, reason } = found;
    const span = spanOfWords(this.#reading, words);
    const descriptor = lineOf(wordsText(this.#reading, words));
    if (span === undefined || descriptor === undefined) return undefined;
    const spoke = kind === 'ownReporting' ? undefined : stub;
    const name = [kind, actor?.key ?? plain(descriptor), spoke?.id ?? ''].join(' ');
    const before = this.#byName.get(name);
    if (before !== undefined) return before;
    const base = plain(actor?.key.replace(/^[a-z]+:/, '') ?? descriptor) || kind.toLowerCase();
    let source = base;
    for (let at = 2; this.#ids.has(source); at += 1) source = `${base}-${at}`;
    this.#ids.add(source);
    const whole =
      kind !== 'anonymous' || minCount > 1
        ? undefined
        : this.all.find(
            (other) =>
              other.sourceKind === 'anonymous' &&
              other.minCount > 1 &&
              other.spokeTo === spoke?.id &&
              fold(other.descriptor)
                .split(' ')
                .some((word) => word === `${noun}s`),
          );
    const proposal: SourceProposal = {
      kind: 'source',
      id: idOf('source', span.start, span.end, kind, actor?.key ?? ''),
      span,
      score: actor?.score ?? 0.8,
      reason: reasonOf(reason, ...(whole === undefined ? [] : [`taken as one of “${whole.descriptor}”`])),
      source,
      sourceKind: kind,
      ...(actor === undefined ? {} : { actor: actor.key }),
      descriptor,
      minCount: Math.min(minCount, 100_000),
      ...(spoke === undefined ? {} : { spokeTo: spoke.id }),
      ...(whole === undefined ? {} : { memberOf: whole.id }),
    };
    this.#byName.set(name, proposal);
    this.all.push(proposal);
    return proposal;
  }
}
