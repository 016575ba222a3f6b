// The evidence filter: what remains when only articles up to a day, or of a case, are at hand, or some are taken away.
import type { Evidence, EvidenceArticle, EvidenceAssertion, Reliability } from '../schema/evidence.ts';
import { groupBy } from '../schema/lists.ts';
import { isPublishedBy } from './days.ts';
import { layerOf } from './layer.ts';
import { type SourceClasses, sourceClasses } from './sources.ts';
import { type Taken, takeAway } from './take-away.ts';

export { isPublishedBy, lastDay } from './days.ts';

export interface EvidenceFilter {
  /** A day, month or year: articles published after its end are not at hand; an undated one always is. */
  asOf?: string | undefined;
  /** Keys of held articles, such as those of a case: others are not at hand. */
  only?: ReadonlySet<string> | undefined;
  /** Keys of articles, outlets, sources and actors to take away; an actor stands for all sources that are he. */
  without?: readonly string[] | undefined;
  /** Outlets and sources graded worse are taken away; one that is not graded, or F, stays. */
  reliability?: Exclude<Reliability, 'F'> | undefined;
  /** Assertions graded worse are taken away; one that is not graded, or 6, stays. */
  credibility?: number | undefined;
}

const cannotBeJudged = { reliability: 'F', credibility: 6 } as const;

/** Whether a grade is worse than asked for; what is not graded, or F, is not. */
const isWorse = (grade: Reliability | null | undefined, { reliability }: EvidenceFilter): boolean =>
  reliability !== undefined && grade != null && grade !== cannotBeJudged.reliability && grade > reliability;

/** Tells of an article whether the filter takes it away: by its key, or by its outlet's key or grade. */
export function takesArticle(
  filter: EvidenceFilter,
): (row: Pick<EvidenceArticle, 'article' | 'outlet' | 'reliability'>) => boolean {
  const keys = new Set(filter.without);
  return ({ article, outlet, reliability }) =>
    keys.has(article) || (outlet !== null && keys.has(outlet)) || isWorse(reliability, filter);
}

function takenBy(filter: EvidenceFilter, evidence: Evidence, classes: SourceClasses) {
  const { without = [], credibility } = filter;
  const takes = takesArticle(filter);
  const joined = new Set(without.map(classes.of));
  const taken: Taken = {
    article: (key) => takes(evidence.articles.get(key) ?? { article: key, outlet: null, reliability: null }),
    source: (key) => joined.has(classes.of(key)) || isWorse(evidence.sources.get(key)?.reliability, filter),
    assertion: ({ credibility: grade }) =>
      credibility !== undefined && grade !== null && grade !== cannotBeJudged.credibility && grade > credibility,
  };
  return taken;
}

/** Without what shows it, a reconstructed assertion is not known; the list itself where nothing changes. */
function keepShown(assertions: readonly EvidenceAssertion[]): readonly EvidenceAssertion[] {
  const there = new Set(assertions.flatMap((one) => (one.reconstructed ? [] : one.assertion)));
  let changed = false;
  const kept: EvidenceAssertion[] = [];
  for (const one of assertions) {
    const knownFrom = one.knownFrom.filter((key) => there.has(key));
    const isSame = knownFrom.length === one.knownFrom.length;
    changed ||= !isSame;
    if (isSame) kept.push(one);
    else if (knownFrom.length > 0) kept.push({ ...one, knownFrom });
  }
  return changed ? kept : assertions;
}

/**
 * The evidence as it stands under the filter; the same object where that leaves all. Not at hand means that the
 * article's own words do not count, while what relays it stands and ends there. Taken away means that whatever rests on
 * it alone falls too. A revision, retraction or correction counts only where the article that makes it is left.
 */
export function filterEvidence(evidence: Evidence, filter: EvidenceFilter): Evidence {
  const { asOf, only, without = [], reliability, credibility } = filter;
  const takesAway = without.length > 0 || reliability !== undefined || credibility !== undefined;
  if (asOf === undefined && only === undefined && !takesAway) return evidence;
  const taken = takenBy(filter, evidence, sourceClasses(evidence.sources));
  const isAtHand = (row: EvidenceArticle): boolean =>
    (asOf === undefined || isPublishedBy(row, asOf)) && (only === undefined || !row.held || only.has(row.article));
  const isLeft = (key: string): boolean => {
    const row = evidence.articles.get(key);
    return !taken.article(key) && (row === undefined || isAtHand(row));
  };
  /** As the articles are read by then; those taken away are still among them, as what others rest on. */
  const read = new Map<string, EvidenceArticle>();
  for (const [key, row] of evidence.articles) {
    const atHand = isAtHand(row);
    const revisedBy = row.revisedBy.filter(isLeft);
    const retractedBy = row.retractedBy.filter(isLeft);
    const correctedBy = row.correctedBy.filter(isLeft);
    const held = row.held && atHand;
    read.set(key, { ...row, held, revisedBy, retractedBy, correctedBy, republishes: atHand ? row.republishes : [] });
  }
  const isRead = (one: EvidenceAssertion): boolean => {
    const row = evidence.articles.get(one.article);
    return one.reconstructed || row === undefined || isAtHand(row);
  };
  const atHand = keepShown(evidence.assertions.filter(isRead));
  if (!takesAway) return { ...evidence, articles: read, assertions: atHand };
  const byKey = new Map(atHand.map((one) => [one.assertion, one]));
  const byClaim = groupBy(atHand, ({ claim }) => claim);
  const rows = (claim: string): readonly EvidenceAssertion[] => byClaim.get(claim) ?? [];
  const around = layerOf({ ...evidence, articles: read }, { rows, find: (key) => byKey.get(key) });
  const left = [...byClaim.values()].flatMap((list) => takeAway(list, taken, around));
  const articles = new Map<string, EvidenceArticle>();
  for (const [key, row] of read) {
    if (taken.article(key)) continue;
    articles.set(key, { ...row, republishes: row.republishes.filter((other) => !taken.article(other)) });
  }
  const assertions = keepShown(left.sort((a, b) => (a.assertion < b.assertion ? -1 : 1)));
  return { ...evidence, articles, assertions };
}
