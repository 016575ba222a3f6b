// The draft under review: fetching it, having it made, and where in it the person is.
import { batch, computed, effect, signal } from '@preact/signals';
import type { DraftView, Extractor, ReviewedProposal } from '../../../server/schema/drafts.ts';
import { type Failure, failureOf } from '../../api.ts';
import { workApi } from '../../api-work.ts';
import { draftNames } from '../../text/proposal.ts';
import { withoutTurns } from '../../text/titles.ts';
import { reviewed, reviewOpen } from '../work.ts';
import { firstFilter, type ReviewFilter, shownProposals, stayNear } from './list.ts';

export type DraftState =
  | { state: 'none' }
  | { state: 'loading'; what: string }
  | { state: 'absent' }
  | { state: 'failed'; failure: Failure }
  | { state: 'ready' };

export const draftState = signal<DraftState>({ state: 'none' });
/** The draft as the server last had it. */
export const confirmed = signal<DraftView | null>(null);
/** The same with the decisions that are on their way. */
export const draft = signal<DraftView | null>(null);
export const reviewFilter = signal<ReviewFilter>(firstFilter);
/** The id of the proposal that is looked at. */
export const current = signal<string | null>(null);
/** Whether the details of the current proposal are unfolded. */
export const unfolded = signal(true);

export const listed = computed<readonly ReviewedProposal[]>(() =>
  draft.value === null ? [] : shownProposals(draft.value, reviewFilter.value),
);
/** What the draft calls its keys. */
export const names = computed(() => {
  const nameOf = draft.value === null ? (key: string) => key : draftNames(draft.value);
  return (key: string) => withoutTurns(nameOf(key));
});
/** The versions that decisions are sent with: those of what the server last said. */
export const versionOf = (id: string): string | undefined =>
  confirmed.peek()?.proposals.find(({ proposal }) => proposal.id === id)?.version;
export const byId = computed(() => new Map((draft.value?.proposals ?? []).map((one) => [one.proposal.id, one])));
export const currentProposal = computed(() => (current.value === null ? undefined : byId.value.get(current.value)));

/** Changes what is listed; the place in it stays, or the next that is listed takes it. */
export function setFilter(next: ReviewFilter): void {
  const before = listed.peek();
  batch(() => {
    reviewFilter.value = next;
    current.value = stayNear(listed.value, before, current.peek());
  });
}

/** Takes a draft as the server has it. */
export function show(view: DraftView): void {
  batch(() => {
    confirmed.value = view;
    draft.value = view;
    draftState.value = { state: 'ready' };
    if (current.peek() === null || !byId.value.has(current.peek() ?? ''))
      current.value = listed.value[0]?.proposal.id ?? null;
  });
}

let running: AbortController | undefined;

async function ask(what: string, work: (signal: AbortSignal) => Promise<DraftView>): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  draftState.value = { state: 'loading', what };
  try {
    const view = await work(controller.signal);
    if (!controller.signal.aborted) show(view);
  } catch (error) {
    if (controller.signal.aborted) return;
    const failure = failureOf(error);
    draftState.value = failure.code === 'not-found' ? { state: 'absent' } : { state: 'failed', failure };
  }
}

export const loadDraft = (article: string): Promise<void> =>
  ask('Fetching the draft', (signal) => workApi.draft(article, signal));
export const makeDraft = (article: string, extractor: Extractor): Promise<void> =>
  ask(extractor === 'model' ? 'The language model reads the article' : 'Reading the article', (signal) =>
    workApi.makeDraft(article, extractor, signal),
  );

/** Stops what is under way; what was there is shown, or the offer to have it made. */
export function stopDraft(): void {
  running?.abort();
  draftState.value = confirmed.peek() === null ? { state: 'absent' } : { state: 'ready' };
}

/** Fetches the draft anew, without leaving the place in it. Errors: what a request fails with. */
export async function reloadDraft(article: string): Promise<void> {
  show(await workApi.draft(article));
}

// Another article is another draft; one that is open again is asked for anew.
effect(() => {
  const article = reviewOpen.value ? reviewed.value : null;
  running?.abort();
  batch(() => {
    confirmed.value = null;
    draft.value = null;
    current.value = null;
    draftState.value = { state: 'none' };
  });
  if (article !== null) void loadDraft(article);
});
