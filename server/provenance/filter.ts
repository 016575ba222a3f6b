// The evidence filter: what remains when only articles up to a day, or of a case, are at hand, or some are taken away.
import type { Evidence, EvidenceArticle, EvidenceAssertion, Reliability } from '../schema/evidence.ts';
import { compare } from '../schema/lists.ts';
import { atOnce, each, flatMapSteps, groupSteps, type Steps, sortSteps } from '../schema/steps.ts';
import { type ArticleFilter, type AtHand, atHandUnder, isWorse } from './at-hand.ts';
import { keepStated } from './keep-stated.ts';
import { layerOf } from './layer.ts';
import { type SourceClasses, sourceClasses } from './sources.ts';
import { type Taken, takeAway } from './take-away.ts';

export interface EvidenceFilter extends ArticleFilter {
  /** Keys of articles, outlets, sources and actors to take away; an actor stands for all sources that are he. */
  without?: readonly string[] | undefined;
  /** Outlets and sources graded worse are taken away; one that is not graded, or F, stays. */
  reliability?: Exclude<Reliability, 'F'> | undefined;
  /** Assertions graded worse are taken away; one that is not graded, or 6 (cannot be judged), stays. */
  credibility?: number | undefined;
}

const cannotBeJudged = 6;

function takenBy(filter: EvidenceFilter, { sources }: Evidence, atHand: AtHand, classes: SourceClasses): Taken {
  const { without = [], credibility, reliability } = filter;
  const joined = new Set(without.map(classes.of));
  return {
    article: atHand.isTaken,
    source: (key) => joined.has(classes.of(key)) || isWorse(sources.get(key)?.reliability, reliability),
    assertion: ({ credibility: grade }) =>
      credibility !== undefined && grade !== null && grade !== cannotBeJudged && grade > credibility,
  };
}

/** Without what shows it, a reconstructed assertion is not known; the list itself where nothing changes. */
function* keepShown(assertions: readonly EvidenceAssertion[]): Steps<readonly EvidenceAssertion[]> {
  const there = new Set<string>();
  yield* each(assertions, (one) => void (one.reconstructed || there.add(one.assertion)));
  let changed = false;
  const kept: EvidenceAssertion[] = [];
  yield* each(assertions, (one) => {
    const knownFrom = one.knownFrom.filter((key) => there.has(key));
    const isSame = knownFrom.length === one.knownFrom.length;
    changed ||= !isSame;
    if (isSame) kept.push(one);
    else if (knownFrom.length > 0) kept.push({ ...one, knownFrom });
  });
  return changed ? kept : assertions;
}

/**
 * The evidence as it stands under the filter; the same object where that leaves all. Not at hand means that the
 * article's own words do not count, while what relays it stands and ends there. Taken away means that whatever rests on
 * it alone falls too. A revision, retraction or correction counts only where the article that makes it is left, and of
 * articles, outlets and sources is known only what the document of one that is left tells.
 */
export function* filterSteps(whole: Evidence, filter: EvidenceFilter): Steps<Evidence> {
  const { asOf, only, without = [], reliability, credibility } = filter;
  const takesAway = without.length > 0 || reliability !== undefined || credibility !== undefined;
  if (asOf === undefined && only === undefined && !takesAway) return whole;
  const atHand = atHandUnder(filter, whole);
  const evidence = yield* keepStated(whole, atHand);
  const taken = takenBy(filter, evidence, atHand, yield* sourceClasses(evidence.sources));
  /** As the articles are read by then; those taken away are still among them, as what others rest on. */
  const read = new Map<string, EvidenceArticle>();
  yield* each(evidence.articles, ([key, row]) => {
    const isAtHand = atHand.isAtHand(key);
    const revisedBy = row.revisedBy.filter(atHand.passes);
    const retractedBy = row.retractedBy.filter(atHand.passes);
    const correctedBy = row.correctedBy.filter(atHand.passes);
    const republishes = isAtHand ? row.republishes : [];
    const held = row.held && isAtHand;
    read.set(key, { ...atHand.known(row), held, revisedBy, retractedBy, correctedBy, republishes });
  });
  const isRead = (one: EvidenceAssertion): boolean => one.reconstructed || atHand.isAtHand(one.article);
  const said = yield* keepShown(yield* flatMapSteps(evidence.assertions, (one) => (isRead(one) ? one : [])));
  if (!takesAway) return { ...evidence, articles: read, assertions: said };
  const byKey = new Map<string, EvidenceAssertion>();
  yield* each(said, (one) => void byKey.set(one.assertion, one));
  const byClaim = yield* groupSteps(said, ({ claim }) => claim);
  const rows = (claim: string): readonly EvidenceAssertion[] => byClaim.get(claim) ?? [];
  const around = layerOf({ ...evidence, articles: read }, { rows, find: (key) => byKey.get(key) });
  const left = yield* flatMapSteps(byClaim.values(), (list) => takeAway(list, taken, around));
  const articles = new Map<string, EvidenceArticle>();
  yield* each(read, ([key, row]) => {
    if (taken.article(key)) return;
    articles.set(key, { ...row, republishes: row.republishes.filter((other) => !taken.article(other)) });
  });
  const sorted = yield* sortSteps(left, (a, b) => compare(a.assertion, b.assertion));
  return { ...evidence, articles, assertions: yield* keepShown(sorted) };
}

/** All of `filterSteps` at once. */
export const filterEvidence = (evidence: Evidence, filter: EvidenceFilter): Evidence =>
  atOnce(filterSteps(evidence, filter));
