// Who said it first and who followed: the articles behind some claims or assertions, by day and by whom they relay.
import type { Evidence } from '../schema/evidence.ts';
import { compare, distinct, groupBy } from '../schema/lists.ts';
import type { Mode } from '../schema/stance.ts';
import { dayOf } from './article-day.ts';
import { Trails } from './contradictions/trails.ts';
import { indexEvidence } from './evidence-index.ts';

/** An article that says it, asserting, denying or questioning; an article that does two of these has two steps. */
export interface SpreadStep {
  readonly article: string;
  /** The day from which the article counts, null where it has no date. */
  readonly day: string | null;
  /** Whether no dated article said so before, in this mode; several of one day are all first. */
  readonly first: boolean;
  /** Keys of the nearest articles among these on its trail. */
  readonly relays: readonly string[];
  /** Sorted keys. */
  readonly assertions: readonly string[];
  readonly mode: Mode;
}

/** Either the claims whose assertions are followed, or the assertions themselves. */
export type SpreadOf = { readonly claims: Iterable<string> } | { readonly assertions: Iterable<string> };

/** The steps by day, then by article and mode; undated ones last. Only what counts is in it, stubs included. */
export function spreadOf(evidence: Evidence, of: SpreadOf): SpreadStep[] {
  const index = indexEvidence(evidence);
  const trails = new Trails(index);
  const asked = new Set('claims' in of ? of.claims : of.assertions);
  const rows = 'claims' in of ? [...asked].flatMap((claim) => index.of(claim)) : evidence.assertions;
  const taking = rows.filter((one) => ('claims' in of || asked.has(one.assertion)) && index.counts(one));
  const among = new Set(taking.map(({ article }) => article));
  const steps = [...groupBy(taking, ({ article, mode }) => `${mode} ${article}`).values()].flatMap((group) => {
    const [{ article, mode } = { article: '', mode: 'asserts' as const }] = group;
    return {
      article,
      day: dayOf(evidence.articles.get(article)),
      relays: distinct(group.flatMap((one) => trails.nearest(one, (key) => among.has(key)))),
      assertions: distinct(group.map(({ assertion }) => assertion)),
      mode,
    };
  });
  const firsts = new Map<Mode, string>();
  for (const { mode, day } of steps) {
    const first = firsts.get(mode);
    if (day !== null && (first === undefined || day < first)) firsts.set(mode, day);
  }
  return steps
    .map((step) => ({ ...step, first: step.day !== null && step.day === firsts.get(step.mode) }))
    .sort((a, b) => compare(a.day ?? '~', b.day ?? '~') || compare(a.article, b.article) || compare(a.mode, b.mode));
}
