// What people made that an export holds, decisions, notes, saved views and stories: how each kind is read, which are of a part, and how it is made again.
import { setArticleLink } from '../curation/article-links.ts';
import { putCase } from '../curation/cases.ts';
import { restoreDispositions } from '../curation/dispositions.ts';
import { setGrade } from '../curation/grades.ts';
import { addHypothesis } from '../curation/hypotheses.ts';
import { restoreNote } from '../curation/notes.ts';
import { allStories, allViews } from '../saved/all.ts';
import { sameName } from '../saved/keep.ts';
import { restoreStory } from '../saved/stories.ts';
import { restoreView } from '../saved/views.ts';
import { parseEdgeKey } from '../schema/edge-key.ts';
import type { ExportedDecisions } from '../schema/exchange.ts';
import { compare, distinct } from '../schema/lists.ts';
import type { Reader, Store, Transaction } from '../store/port.ts';

type Name = keyof ExportedDecisions;
export type Decision<N extends Name> = ExportedDecisions[N][number];

/** Which records an export of a part is about: a decision on others is left out of it. */
type Within = ReadonlySet<string>;

export interface Kind<N extends Name> {
  readonly name: N;
  /** Every one there is, in no order. */
  read(reader: Reader): Promise<Decision<N>[]>;
  /** What tells it from others of its kind: of two with one subject only one holds. */
  subject(decision: Decision<N>): string;
  /** The records that it is about; null where it does not tell, and is of the whole database alone. */
  records(decision: Decision<N>): string[] | null;
  /** It is kept where what it is about is gone. */
  readonly outlives?: true;
  /** Whether the two cannot be side by side, though they are of two subjects. */
  excludes?(decision: Decision<N>, other: Decision<N>): boolean;
  /** Gives what decides them again: the function that the route calls. */
  decider(tx: Transaction): Promise<(decision: Decision<N>) => Promise<unknown>>;
}

/** Decides in a transaction that is under way. */
const inside = (tx: Transaction): Pick<Store, 'transaction'> => ({ transaction: (work) => work(tx) });
const why = (text: string | null): { why?: string } => (text === null ? {} : { why: text });

const cases: Kind<'cases'> = {
  name: 'cases',
  async read(reader) {
    const rows = await reader.read('read/curation/cases', {});
    return rows.map(({ description, articles, ...one }) => ({
      ...one,
      ...(description === null ? {} : { description }),
      articles: distinct(articles),
    }));
  },
  subject: ({ key }) => key,
  records: ({ articles }) => articles,
  decider:
    async (tx) =>
    ({ key, ...body }) =>
      putCase(inside(tx), key, body),
};

const grades: Kind<'grades'> = {
  name: 'grades',
  async read(reader) {
    const rows = await reader.read('read/curation/grades', {});
    return rows.flatMap(({ key: subject, reliability, credibility, gradedBy, gradedWhy }): Decision<'grades'>[] => {
      const common = { subject, by: gradedBy ?? '', ...why(gradedWhy) };
      if (reliability !== null) return [{ ...common, reliability }];
      return credibility === null ? [] : [{ ...common, credibility }];
    });
  },
  subject: ({ subject }) => subject,
  records: ({ subject }) => [subject],
  decider: async (tx) => (body) => setGrade(inside(tx), body),
};

const hypotheses: Kind<'hypotheses'> = {
  name: 'hypotheses',
  async read(reader) {
    const rows = await reader.read('read/curation/hypotheses', {});
    return rows.map(({ type, source, other, by, confidence, why: reason }) => ({
      source,
      ...(type === 'SAME_AS' ? { sameAs: other } : { identifiedAs: other }),
      by: by ?? '',
      confidence: confidence ?? 0,
      ...why(reason),
    })) as Decision<'hypotheses'>[];
  },
  subject: (one) =>
    'sameAs' in one ? [one.source, one.sameAs].sort(compare).join('~') : `${one.source}~${one.identifiedAs}`,
  records: (one) => [one.source, 'sameAs' in one ? one.sameAs : one.identifiedAs],
  decider: async (tx) => (body) => addHypothesis(inside(tx), body),
};

const articleLinks: Kind<'articleLinks'> = {
  name: 'articleLinks',
  async read(reader) {
    const rows = (await reader.read('read/curation/article-links', {})).filter(({ decided }) => decided);
    return rows.map(({ type, source: article, target: other, by, why: reason }) => ({
      type: type === 'NOT_REPUBLISHES' ? 'REPUBLISHES' : type,
      article,
      other,
      review: type === 'NOT_REPUBLISHES' ? 'rejected' : 'accepted',
      by: by ?? '',
      ...why(reason),
    }));
  },
  subject: ({ type, article, other }) => [type, article, other].join('~'),
  records: ({ article, other }) => [article, other],
  decider: async (tx) => (body) => setArticleLink(inside(tx), body, { mayBeStated: true }),
};

const dispositions: Kind<'dispositions'> = {
  name: 'dispositions',
  async read(reader) {
    const rows = await reader.read('read/curation/dispositions', {});
    return rows.map(({ contradiction, state, by, why: reason, on }) => ({
      contradiction,
      state,
      by: by ?? '',
      why: reason ?? '',
      ...(on === null ? {} : { on }),
    }));
  },
  subject: ({ contradiction }) => contradiction,
  // On what is claimed, whoever says it: in which articles that is, its key does not tell.
  records: () => null,
  decider: restoreDispositions,
};

/** Of an edge its two ends. */
const ends = (subject: string): string[] => {
  const edge = parseEdgeKey(subject);
  return edge === null ? [subject] : [edge.source, edge.target];
};

const notes: Kind<'notes'> = {
  name: 'notes',
  read: (reader) => reader.read('read/curation/notes', {}),
  subject: ({ key }) => key,
  records: ({ subjectKey }) => ends(subjectKey),
  outlives: true,
  decider: async (tx) => (note) => restoreNote(inside(tx), note),
};

const views: Kind<'views'> = {
  name: 'views',
  read: allViews,
  subject: ({ key }) => key,
  // What is looked at may be anything there is.
  records: () => null,
  excludes: (one, other) => sameName(one.name, other.name),
  decider: async (tx) => (view) => restoreView(tx, view),
};

const stories: Kind<'stories'> = {
  name: 'stories',
  read: allStories,
  subject: ({ key }) => key,
  records: () => null,
  excludes: (one, other) => sameName(one.title, other.title),
  decider: async (tx) => (story) => restoreStory(tx, story),
};

/** In the order in which they are decided again: what contradicts what follows from those before. */
export const decisionKinds: { readonly [N in Name]: Kind<N> } = {
  cases,
  grades,
  hypotheses,
  articleLinks,
  dispositions,
  notes,
  views,
  stories,
};
export const kindNames = Object.keys(decisionKinds) as Name[];

async function read<N extends Name>(kind: Kind<N>, reader: Reader, within: Within | null): Promise<Decision<N>[]> {
  const all = await kind.read(reader);
  const isWithin = (one: Decision<N>): boolean =>
    within === null || (kind.records(one)?.every((key) => within.has(key)) ?? false);
  const some = all.filter(isWithin);
  return some.sort((a, b) => compare(kind.subject(a), kind.subject(b)));
}

/** All decisions, or those on the records of a part, each kind in the order of its subjects. */
export async function readDecisions(reader: Reader, within: Within | null): Promise<ExportedDecisions> {
  const ofCases = await read(cases, reader, within);
  const withCases = within === null ? null : new Set([...within, ...ofCases.map(({ key }) => key)]);
  return {
    cases: ofCases,
    grades: await read(grades, reader, within),
    hypotheses: await read(hypotheses, reader, within),
    articleLinks: await read(articleLinks, reader, within),
    dispositions: await read(dispositions, reader, within),
    notes: await read(notes, reader, withCases),
    views: await read(views, reader, within),
    stories: await read(stories, reader, within),
  };
}
