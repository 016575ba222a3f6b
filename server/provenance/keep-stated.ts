// Drops the links that only articles which are not at hand state: between sources, claims, quotes and their speakers.
import {
  type Evidence,
  type EvidenceAssertion,
  type EvidenceClaim,
  type EvidenceSource,
  linkName,
  type Testimony,
} from '../schema/evidence.ts';
import { each, type Steps } from '../schema/steps.ts';
import type { AtHand } from './at-hand.ts';

type States = AtHand['states'];

/** The rows with what `of` makes of each; the map itself where it changes none. */
function* changeRows<T>(rows: ReadonlyMap<string, T>, of: (row: T) => T): Steps<ReadonlyMap<string, T>> {
  const changed = new Map<string, T>();
  let isChanged = false;
  yield* each(rows, ([key, row]) => {
    const one = of(row);
    isChanged ||= one !== row;
    changed.set(key, one);
  });
  return isChanged ? changed : rows;
}

/** Those of the keys that stay; the list itself where all do. */
function kept(keys: readonly string[], stays: (key: string) => boolean): string[] {
  const left = keys.filter(stays);
  return left.length === keys.length ? (keys as string[]) : left;
}

function sourceAs(row: EvidenceSource, states: States): EvidenceSource {
  const memberOf = kept(row.memberOf, (group) => states('MEMBER_OF', row.source, group));
  return memberOf === row.memberOf ? row : { ...row, memberOf };
}

function claimAs(row: EvidenceClaim, states: States): EvidenceClaim {
  const includes = kept(row.includes, (other) => states('INCLUDES', row.claim, other));
  return includes === row.includes ? row : { ...row, includes };
}

/** What stands in an article's own text only its own document states; who spoke a quote others may tell as well. */
function assertionAs(row: EvidenceAssertion, texts: Evidence['quotes'], { links }: Testimony, states: States) {
  const { assertion, reconstructed } = row;
  const quotes = reconstructed ? kept(row.quotes, (key) => states('HAS_QUOTE', assertion, key)) : row.quotes;
  const disputes = reconstructed ? kept(row.disputes, (key) => states('DISPUTES', assertion, key)) : row.disputes;
  const spokenIn = (keys: readonly string[], actor: string): string[] =>
    keys
      .flatMap((key) => texts.get(key)?.utterance ?? [])
      .filter((utterance) => links.has(linkName('SPOKEN_BY', utterance, actor)));
  const isSpeaker = (actor: string): boolean =>
    spokenIn(row.quotes, actor).length === 0 ||
    spokenIn(quotes, actor).some((utterance) => states('SPOKEN_BY', utterance, actor));
  const speakers = kept(row.speakers, isSpeaker);
  const isSame = quotes === row.quotes && disputes === row.disputes && speakers === row.speakers;
  return isSame ? row : { ...row, quotes, disputes, speakers };
}

/** The evidence without them; the same object where all are stated by one that is at hand. */
export function* keepStated(evidence: Evidence, { states }: Pick<AtHand, 'states'>): Steps<Evidence> {
  const { told } = evidence;
  if (told === undefined || told.links.size === 0) return evidence;
  const sources = yield* changeRows(evidence.sources, (row) => sourceAs(row, states));
  const claims = yield* changeRows(evidence.claims, (row) => claimAs(row, states));
  let isChanged = sources !== evidence.sources || claims !== evidence.claims;
  const assertions: EvidenceAssertion[] = [];
  yield* each(evidence.assertions, (row) => {
    const one = assertionAs(row, evidence.quotes, told, states);
    isChanged ||= one !== row;
    assertions.push(one);
  });
  return isChanged ? { ...evidence, sources, claims, assertions } : evidence;
}
