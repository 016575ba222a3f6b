// Finds its way in the evidence: what is said of a claim, by which articles, and what of it is withdrawn.
import type { Evidence, EvidenceAssertion } from '../schema/evidence.ts';
import { distinct } from '../schema/lists.ts';
import { atOnce, each, groupSteps, type Steps } from '../schema/steps.ts';
import { isReplaced, type Layer, layerOf } from './layer.ts';
import { retractedArticles } from './retractions.ts';
import { placeOf } from './says.ts';
import { type SourceClasses, sourceClasses } from './sources.ts';
import { type Taken, takeAway } from './take-away.ts';

export interface EvidenceIndex {
  readonly evidence: Evidence;
  readonly classes: SourceClasses;
  /** The assertions of a claim, by key. */
  of(claim: string): readonly EvidenceAssertion[];
  assertion(key: string): EvidenceAssertion | undefined;
  isRetracted(article: string): boolean;
  /** The articles that correct the assertion's own and deny what it says, which withdraws it; sorted. */
  correctedBy(assertion: EvidenceAssertion): readonly string[];
  /** Whether an assertion is withdrawn itself: its article is retracted, or what corrects that denies it. */
  isWithdrawn(assertion: EvidenceAssertion): boolean;
  /** Whether an assertion counts: said in a newest text, accepted, and not withdrawn with anything it rests on. */
  counts(assertion: EvidenceAssertion): boolean;
  /** Accepted assertions of the newest texts, those withdrawn too. */
  readonly said: Layer;
  /** What is left when all that is withdrawn is taken away, with what rests on it alone. */
  readonly counting: Layer;
}

function* makeIndex(evidence: Evidence): Steps<EvidenceIndex> {
  const { articles } = evidence;
  const ofClaim = yield* groupSteps(evidence.assertions, ({ claim }) => claim);
  const byKey = new Map<string, EvidenceAssertion>();
  yield* each(evidence.assertions, (one) => void byKey.set(one.assertion, one));
  const of = (claim: string): readonly EvidenceAssertion[] => ofClaim.get(claim) ?? [];
  const find = (key: string): EvidenceAssertion | undefined => byKey.get(key);
  const said = layerOf(evidence, { rows: of, find });

  const retracted = retractedArticles(articles);
  const isRetracted = (article: string): boolean => retracted.has(article);
  const counts = (article: string): boolean => !isRetracted(article) && !isReplaced(articles.get(article));
  const correctedBy = (one: EvidenceAssertion): readonly string[] => {
    const by = (articles.get(one.article)?.correctedBy ?? []).filter(counts);
    if (by.length === 0 || one.mode !== 'asserts') return [];
    const denials = of(one.claim).filter((other) => other.mode === 'denies' && by.includes(other.article));
    return distinct(denials.filter((other) => said.showing(other).length > 0).map(({ article }) => article));
  };
  const isCorrected = (one: EvidenceAssertion): boolean => correctedBy(one).length > 0;
  const isTaken = (one: EvidenceAssertion): boolean => isRetracted(one.article) || isCorrected(one);
  const isWithdrawn = (one: EvidenceAssertion): boolean => {
    const shown = said.showing(one);
    return isTaken(one) || (shown.length > 0 && shown.every(isTaken));
  };
  const taken: Taken = { article: isRetracted, source: () => false, assertion: isCorrected };
  const rows = (claim: string): readonly EvidenceAssertion[] =>
    takeAway(of(claim), taken, said).filter((one) => !isWithdrawn(one));
  const hasWithdrawn = retracted.size > 0 || [...articles.values()].some((row) => row.correctedBy.length > 0);
  const counting = hasWithdrawn ? layerOf(evidence, { rows, find, isWithdrawn: isTaken, isOut: isRetracted }) : said;
  const classes = yield* sourceClasses(evidence.sources);
  /** By key: what has lost a link is another row there. */
  const doesCount = (one: EvidenceAssertion): boolean => {
    const said = counting.says(one.claim, one.mode).get(placeOf(one, counting));
    return said?.all.some(({ assertion }) => assertion === one.assertion) === true;
  };
  return {
    evidence,
    classes,
    counts: doesCount,
    of,
    assertion: find,
    isRetracted,
    correctedBy,
    isWithdrawn,
    said,
    counting,
  };
}

const indexes = new WeakMap<Evidence, EvidenceIndex>();

/** The index of the evidence, made once for each evidence; linear in its size. Nobody may change the evidence then. */
export function* indexSteps(evidence: Evidence): Steps<EvidenceIndex> {
  const known = indexes.get(evidence);
  if (known !== undefined) return known;
  const made = yield* makeIndex(evidence);
  // Somebody else may have made it between two steps: there is one index of one evidence.
  const index = indexes.get(evidence) ?? made;
  indexes.set(evidence, index);
  return index;
}

/** All of `indexSteps` at once. */
export const indexEvidence = (evidence: Evidence): EvidenceIndex => atOnce(indexSteps(evidence));
