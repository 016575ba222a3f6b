// What people keep beside the evidence, as an export holds it: notes, saved views, stories, drafts, the history of changes.

import { restoreNote } from '../curation/notes.ts';
import { allDrafts, restoreDraft } from '../drafts/keep.ts';
import { allChanges, changeRestorer } from '../history/keep.ts';
import { canonicalJson } from '../ingest/canonical.ts';
import { allStories, allViews } from '../saved/all.ts';
import { sameName } from '../saved/keep.ts';
import { restoreStory } from '../saved/stories.ts';
import { restoreView } from '../saved/views.ts';
import { parseEdgeKey } from '../schema/edge-key.ts';
import { allWatches, restoreWatch } from '../watches/keep.ts';
import { inside, type Kind } from './decision-kind.ts';

/** Of an edge its two ends. */
const ends = (subject: string): string[] => {
  const edge = parseEdgeKey(subject);
  return edge === null ? [subject] : [edge.source, edge.target];
};

export const notes: Kind<'notes'> = {
  name: 'notes',
  read: (reader) => reader.read('read/curation/notes', {}),
  subject: ({ key }) => key,
  records: ({ subjectKey }) => ends(subjectKey),
  outlives: true,
  decider: async (tx) => (note) => restoreNote(inside(tx), note),
};

export const views: Kind<'views'> = {
  name: 'views',
  read: allViews,
  subject: ({ key }) => key,
  // What is looked at may be anything there is.
  records: () => null,
  excludes: (one, other) => sameName(one.name, other.name),
  decider: async (tx) => (view) => restoreView(tx, view),
};

export const stories: Kind<'stories'> = {
  name: 'stories',
  read: allStories,
  subject: ({ key }) => key,
  records: () => null,
  excludes: (one, other) => sameName(one.title, other.title),
  decider: async (tx) => (story) => restoreStory(tx, story),
};

export const watches: Kind<'watches'> = {
  name: 'watches',
  read: (reader) => allWatches(reader),
  subject: ({ key }) => key,
  records: () => null,
  excludes: (one, other) => canonicalJson(one.watches) === canonicalJson(other.watches),
  decider: async (tx) => (watch) => restoreWatch(tx, watch),
};

export const drafts: Kind<'drafts'> = {
  name: 'drafts',
  read: allDrafts,
  subject: ({ draft }) => draft.article.key,
  records: ({ draft }) => [draft.article.key],
  decider: async (tx) => (kept) => restoreDraft(tx, kept),
};

export const changes: Kind<'changes'> = {
  name: 'changes',
  read: allChanges,
  subject: ({ key }) => key,
  records: ({ subject }) => [subject.key],
  outlives: true,
  inOrder: true,
  decider: changeRestorer,
};
