// Brings evidence that was read before up to date: of all claims only those on which a write bears are read anew.
import type { Evidence } from '../schema/evidence.ts';
import { each, type Steps } from '../schema/steps.ts';
import type { Reader, Written } from '../store/port.ts';
import { inTurns } from './in-turns.ts';
import { Known, type Tables } from './tables.ts';
import { readTestimony } from './told.ts';

/** All evidence with what it was made of. Nobody may change it. */
export interface Whole {
  readonly tables: Tables;
  readonly evidence: Evidence;
}

/** What the evidence is made of; of actors, plans and events it has no more than their keys. */
const isOfEvidence = (key: string): boolean => /^(article|assertion|claim|outlet|quote|source|utterance):/.test(key);

/** Whether nothing of what was written is part of the evidence: then it is as it was. */
export function leavesEvidence({ records, gone }: Written): boolean {
  return ![...records, ...gone].some(isOfEvidence) && gone.size === 0;
}

/** The claims of which a row may be another than it was. */
function* claimsUnder({ tables, evidence }: Whole, { records, gone }: Written): Steps<Set<string>> {
  const isWritten = (key: string): boolean => records.has(key) || gone.has(key);
  const found = new Set([...records, ...gone].filter((key) => key.startsWith('claim:')));
  const quotes = new Set([...records, ...gone].filter((key) => key.startsWith('quote:')));
  yield* each(tables.quotes.values(), ({ quote, utterance, translationOf }) => {
    if ((utterance !== null && isWritten(utterance)) || translationOf.some(isWritten)) quotes.add(quote);
  });
  yield* each(evidence.assertions, (one) => {
    const points = [one.article, ...one.sources, ...one.relays, ...one.knownFrom, ...one.disputes];
    if (isWritten(one.assertion) || points.some((key) => gone.has(key))) found.add(one.claim);
    else if (one.quotes.some((key) => quotes.has(key)) || one.disputes.some((key) => quotes.has(key)))
      found.add(one.claim);
  });
  yield* each(tables.claims.values(), ({ claim, holder, target, includes }) => {
    if (gone.has(holder) || (target !== null && gone.has(target)) || includes.some((key) => gone.has(key)))
      found.add(claim);
  });
  return found;
}

/** What is known of articles and sources, without what may be another than it was. */
function* stillKnown({ articles, sources }: Known, { records, gone }: Written): Steps<Known> {
  const isWritten = (key: string): boolean => records.has(key) || gone.has(key);
  const known = new Known();
  yield* each(articles.rows, ([key, row]) => {
    if (!isWritten(key) && (row.outlet === null || !isWritten(row.outlet))) known.articles.rows.set(key, row);
  });
  yield* each(articles.links, ([key, links]) => {
    if (!isWritten(key) && !links.some(({ other }) => gone.has(other))) known.articles.links.set(key, links);
  });
  yield* each(sources.rows, ([key, row]) => {
    if (!isWritten(key)) known.sources.rows.set(key, row);
  });
  yield* each(sources.links, ([key, links]) => {
    if (!isWritten(key) && !links.some(({ source, target }) => gone.has(source) || gone.has(target)))
      known.sources.links.set(key, links);
  });
  return known;
}

/** The evidence after something was written. It reads what that bears on; `before` stays as it is. */
export async function renewed(reader: Reader, before: Whole, written: Written): Promise<Whole> {
  const claims = await inTurns(claimsUnder(before, written));
  const known = await inTurns(stillKnown(before.tables.known, written));
  const tables = before.tables.without(reader, known, claims);
  const renewing = async (): Promise<void> => {
    await tables.add(claims);
    await tables.renewBehind();
  };
  const [told] = await Promise.all([readTestimony(reader), renewing()]);
  return { tables, evidence: { ...(await inTurns(tables.evidenceSteps())), told } };
}
