// What somebody else's database cannot be asked: it has no articles, so nothing is counted and nothing left out.
import { InvalidRequest, NotFound } from '../../errors.ts';
import type { Explorer } from '../explorer.ts';

const notHearsay = () =>
  Promise.reject(
    new NotFound('This is not a Hearsay database.', {
      detail: 'It holds no articles and no evidence: it is shown as a plain graph, and nothing is written to it.',
    }),
  );

/** The questions about articles and what they say; each is answered with NotFound. */
export const refusals = {
  evidence: notHearsay,
  articles: notHearsay,
  article: notHearsay,
  checkArticle: notHearsay,
  stances: notHearsay,
  saidBeside: notHearsay,
  contradictions: notHearsay,
  utterance: notHearsay,
  diff: notHearsay,
  spread: notHearsay,
  suggestions: notHearsay,
  edgeReports: notHearsay,
  notes: notHearsay,
  noteSubjects: notHearsay,
  grounds: notHearsay,
} satisfies Partial<Explorer>;

/** Refuses the parameters that only make sense where there is evidence. */
export function refuseFilter(query: Readonly<Record<string, unknown>>): void {
  const names = ['asOf', 'without', 'case', 'grade', 'stance', 'plan'];
  const given = names.find((name) => query[name] !== undefined);
  if (given === undefined) return;
  const reason = 'works only in a Hearsay database';
  throw new InvalidRequest(`${given}: ${reason}.`, { errors: [{ field: given, reason }] });
}
