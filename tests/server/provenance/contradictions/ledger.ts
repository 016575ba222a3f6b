// Evidence for the ledger's tests: the usual claims on one question, and what the entries come to in short.
import { contradictionsOf, type LedgerEntry } from '../../../../server/provenance/contradictions/contradictions.ts';
import type { Evidence, EvidenceClaim, EvidenceQuote } from '../../../../server/schema/evidence.ts';
import { type EvidenceInput, evidence } from '../evidence.ts';

const count = (more: Partial<EvidenceClaim>): Partial<EvidenceClaim> => ({
  kind: 'count',
  scope: 'members',
  of: 32,
  ...more,
});
/** One question: a holder's four stances, some counts of its members, and a statement. */
export const claims: Readonly<Record<string, Partial<EvidenceClaim>>> = {
  supports: { stance: 'supports', text: 'Norland supports the bridge.' },
  opposes: { stance: 'opposes', text: 'Norland opposes the bridge.' },
  noncommittal: { stance: 'noncommittal', text: 'Norland does not commit to the bridge.' },
  defers: { stance: 'defers', text: 'Norland defers to others on the bridge.' },
  seven: count({ stance: 'opposes', quantifier: 'atLeast', number: 7, text: 'At least seven oppose the bridge.' }),
  sevenReluctant: count({ stance: 'noncommittal', quantifier: 'atLeast', number: 7 }),
  five: count({ stance: 'opposes', quantifier: 'exactly', number: 5 }),
  none: count({ stance: 'opposes', quantifier: 'none' }),
  twenty: count({ stance: 'opposes', quantifier: 'atLeast', number: 20 }),
  fifteen: count({ stance: 'supports', quantifier: 'atLeast', number: 15 }),
  majority: count({ stance: 'supports', quantifier: 'majority', text: 'A majority supports the bridge.' }),
  statement: { kind: 'statement', stance: null, text: 'The bridge is not on the agenda.' },
};

export interface LedgerInput extends EvidenceInput {
  quotes?: Readonly<Record<string, Partial<EvidenceQuote>>>;
}
/** The evidence with the usual claims; `claims` of the input change some of them or add others. */
export function ledgerEvidence({ quotes = {}, ...input }: LedgerInput): Evidence {
  const all = { ...claims };
  for (const [key, more] of Object.entries(input.claims ?? {})) all[key] = { ...all[key], ...more };
  const rows = Object.entries(quotes).map(([quote, more]): [string, EvidenceQuote] => [
    quote,
    { quote, text: quote, lang: 'en', article: 'a', utterance: 'utterance:u', translationOf: [], ...more },
  ]);
  return { ...evidence({ ...input, claims: all }), quotes: new Map(rows) };
}
export const ledger = (input: LedgerInput): LedgerEntry[] => contradictionsOf(ledgerEvidence(input));
/** "exclusive: a / b": the type and the assertions of both sides, in the order of the type. */
export const inShort = (entries: readonly LedgerEntry[]): string[] =>
  entries.map(({ type, a, b }) => `${type}: ${a.assertions.join(' ')} / ${b.assertions.join(' ')}`);
export const entriesOf = (input: LedgerInput): string[] => inShort(ledger(input));
