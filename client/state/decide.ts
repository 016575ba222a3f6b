// What people decide about the evidence: who decides, sending it, and fetching anew what it may have changed.
import { effect, signal } from '@preact/signals';
import type { ArticleLinkBody, CurationReport, GradeBody, HypothesisBody } from '../../server/schema/curation.ts';
import { api } from '../api.ts';
import { count } from '../text/format.ts';
import { account, mayEdit } from './account.ts';
import { withProgress } from './actions.ts';
import { isForeign, loading, meta } from './data.ts';
import { refresh } from './load.ts';
import { recall, remember } from './memory.ts';
import { notify } from './notices.ts';
import { shownName } from './record-names.ts';
import { resource } from './resource.ts';

/** Who decides, as signed under every decision; remembered by this browser. */
export const by = signal(recall('by') ?? '');
effect(() => {
  // With accounts nobody signs otherwise than they are called.
  if (account.value !== null) by.value = account.value.name;
  else if (by.value.trim() !== '') remember('by', by.value.trim());
});

/** Whether anything can be decided here at all, by who is signed in. */
export const canDecide = (): boolean => meta.value?.writable === true && !isForeign.value && mayEdit.value;

const whenReady = signal<true | undefined>(undefined);
effect(() => {
  whenReady.value = loading.value.state === 'ready' && !isForeign.value ? true : undefined;
});
export const grades = resource(whenReady, (_, signal) => api.grades(signal));
export const hypotheses = resource(whenReady, (_, signal) => api.hypotheses(signal));
export const articleLinks = resource(whenReady, (_, signal) => api.articleLinks(signal));
/** The suggestions are sought in all texts, which takes time: only once somebody looks at them. */
export const suggestionsWanted = signal<true | undefined>(undefined);
export const suggestions = resource(suggestionsWanted, (_, signal) => api.suggestions(signal));

/** What the last decision changed, until the next one: which edges, with their origins before and after. */
export const lastReport = signal<{ what: string; report: CurationReport } | null>(null);

/** Carries out a decision, fetches anew what it may have changed, and says how much that was. */
export async function decide(what: string, work: () => Promise<CurationReport>): Promise<boolean> {
  const report = await withProgress(what, work);
  if (!report) return false;
  await withProgress('Fetching what has changed', refresh);
  lastReport.value = { what, report };
  notify(
    report.outcome === 'unchanged'
      ? 'That was decided already: nothing has changed.'
      : report.edges.length === 0
        ? 'Done. No relation is counted otherwise.'
        : `Done. ${count(report.edges.length, 'relation')} ${report.edges.length === 1 ? 'is' : 'are'} counted otherwise.`,
  );
  return true;
}

export const grade = (body: GradeBody): Promise<boolean> => decide('Grading', () => api.grade(body));
export const suppose = (body: HypothesisBody): Promise<boolean> => decide('Supposing', () => api.suppose(body));
export const withdraw = (key: string): Promise<boolean> =>
  decide('Taking the hypothesis back', () => api.withdraw(key));
export const linkArticles = (body: ArticleLinkBody): Promise<boolean> =>
  decide(body.review === 'rejected' ? 'Rejecting' : 'Accepting', () => api.linkArticles(body));
export const unlinkArticles = (key: string): Promise<boolean> =>
  decide('Taking the decision back', () => api.unlinkArticles(key));

/** "Hungary opposes …": the ends of an edge's key by name, for the report. */
export function edgeName(key: string, words: (type: string, source: string) => string): string {
  const [type = '', source = '', target = ''] = key.split('~');
  return `${shownName(source)} ${words(type, source)} ${shownName(target)}`;
}
