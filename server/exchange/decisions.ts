// All that people made that an export holds, decisions, notes, saved views and stories: the kinds in order, and those of a part.
import type { ExportedDecisions } from '../schema/exchange.ts';
import { compare } from '../schema/lists.ts';
import type { Reader } from '../store/port.ts';
import type { Decision, Kind, Name, Within } from './decision-kind.ts';
import { articleLinks, cases, dispositions, grades, hypotheses } from './evidence-decisions.ts';
import { distinctions, identity } from './identity-decisions.ts';
import { changes, drafts, notes, stories, views, watches } from './kept-beside.ts';

/** In the order in which they are decided again: what contradicts what follows from those before. */
export const decisionKinds: { readonly [N in Name]: Kind<N> } = {
  // First: what the others are about has its keys from these.
  identity,
  distinctions,
  cases,
  grades,
  hypotheses,
  articleLinks,
  dispositions,
  notes,
  views,
  stories,
  watches,
  drafts,
  changes,
};
export const kindNames = Object.keys(decisionKinds) as Name[];

async function read<N extends Name>(kind: Kind<N>, reader: Reader, within: Within | null): Promise<Decision<N>[]> {
  const all = await kind.read(reader);
  const isWithin = (one: Decision<N>): boolean =>
    within === null || (kind.records(one)?.every((key) => within.has(key)) ?? false);
  const some = all.filter(isWithin);
  if (kind.inOrder) return some;
  return some.sort((a, b) => compare(kind.subject(a), kind.subject(b)));
}

/** All decisions, or those on the records of a part, each kind in the order of its subjects. */
export async function readDecisions(reader: Reader, within: Within | null, texts: boolean): Promise<ExportedDecisions> {
  const ofCases = await read(cases, reader, within);
  const withCases = within === null ? null : new Set([...within, ...ofCases.map(({ key }) => key)]);
  return {
    identity: await read(identity, reader, within),
    distinctions: await read(distinctions, reader, within),
    cases: ofCases,
    grades: await read(grades, reader, within),
    hypotheses: await read(hypotheses, reader, within),
    articleLinks: await read(articleLinks, reader, within),
    dispositions: await read(dispositions, reader, within),
    notes: await read(notes, reader, withCases),
    views: await read(views, reader, within),
    stories: await read(stories, reader, within),
    watches: await read(watches, reader, within),
    // Their places are the text's words.
    drafts: texts ? await read(drafts, reader, within) : [],
    changes: await read(changes, reader, within),
  };
}
