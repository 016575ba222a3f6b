// Deciding on proposals: shown at once, sent one request after the other, taken back one step after the other.
import { batch, effect, signal } from '@preact/signals';
import type { Proposal } from '../../../server/schema/draft.ts';
import type { DecisionsReport, ProposalState } from '../../../server/schema/drafts.ts';
import { type Failure, failureOf, sentencesOf } from '../../api.ts';
import { workApi } from '../../api-work.ts';
import { count } from '../../text/format.ts';
import { by } from '../decide.ts';
import { changedPlaces, meanwhileWords } from '../edit/meanwhile.ts';
import { refreshAll } from '../load.ts';
import { notify } from '../notices.ts';
import { reviewed, reviewOpen } from '../work.ts';
import { byId, confirmed, current, draft, listed, reloadDraft, versionOf } from './draft.ts';
import { nextOpen } from './list.ts';
import { type Decision, hangOn, latestOfEach, type Step, takenBack, unneeded, withDecisions } from './steps.ts';

const steps = signal<readonly Step[]>([]);
/** Decisions that are not sent yet. */
let waiting: Decision[] = [];
let sending: Promise<void> | undefined;
let changedSomething = false;

/** What was done last, for whoever hears the page. */
export const said = signal('');
/** Why the last decisions did not come about. */
export const refusal = signal<Failure | null>(null);
/** Whether decisions are on their way. */
export const underWay = signal(false);
/** What the last decisions changed in the graph. */
export const reviewReport = signal<DecisionsReport | null>(null);
/** One more each time a decision needs a name and there is none: the field for it takes the focus. */
export const asksWho = signal(0);

/** Why something that was accepted is not in the evidence, by its id. */
export const leftOut = signal<ReadonlyMap<string, string>>(new Map());

const isSigned = (): boolean => {
  if (by.peek().trim() !== '') return true;
  batch(() => {
    asksWho.value++;
    said.value = 'Say who decides first. Enter then carries it out.';
  });
  return false;
};

const stateOf = (id: string): Decision | undefined => {
  const one = byId.peek().get(id);
  return one && { id, state: one.state };
};

/** What came along with a step is told behind it, unless something else was said since. */
function sayAlong(before: readonly Step[]): void {
  const at = before.findIndex(({ said: words }) => words === said.peek());
  const [was, is] = [before[at], steps.peek()[at]];
  if (!was || !is || is.brought.length === was.brought.length) return;
  const words = `${was.said}${along(is.brought)}`;
  steps.value = steps.peek().map((one) => (one === is ? { ...is, said: words } : one));
  said.value = words;
}

function take(report: DecisionsReport, asked: ReadonlySet<string>): void {
  const isWaiting = new Set(waiting.map(({ id }) => id));
  const also = report.decided.filter(({ id }) => !asked.has(id) && !isWaiting.has(id));
  changedSomething ||= report.decided.length + report.added.length > 0;
  batch(() => {
    const before = steps.peek();
    const brought = also.map(({ id }) => id);
    steps.value = hangOn(before, brought, asked, (id) => byId.peek().get(id)?.needs ?? []);
    sayAlong(before);
    const known = confirmed.peek();
    if (known) confirmed.value = withDecisions(known, report.decided);
    const shown = draft.peek();
    if (shown) draft.value = withDecisions(shown, also);
    reviewReport.value = report;
    leftOut.value = new Map(report.leftOut.map(({ id, because }) => [id, because]));
    // What rested on it was taken back before the answer came.
    const held = new Set(steps.peek().flatMap((step) => step.brought));
    const loose = brought.filter((id) => !held.has(id));
    const back = unneeded(loose, draft.peek()?.proposals ?? []);
    if (back.length > 0) enqueue(back.map((id) => ({ id, state: 'open' })));
  });
}

/**
 * Somebody decided on some of them meanwhile: those are left as they stand by now, and shown; all others go on their way
 * again, over the versions of the draft as it is now.
 */
async function goOnWithout(article: string, failure: Failure, decisions: readonly Decision[]): Promise<void> {
  const places = changedPlaces(failure);
  const late = new Set(decisions.flatMap(({ id }, at) => (places.includes(`/decisions/${at}`) ? [id] : [])));
  const isLate = ({ id }: Decision): boolean => late.has(id);
  await reloadDraft(article);
  waiting = [...decisions, ...waiting].filter((one) => !isLate(one));
  const words = `What stands now is shown; decide again where you would have it otherwise.`;
  batch(() => {
    refusal.value = {
      title: 'Somebody else decided meanwhile',
      message: `${meanwhileWords(failure)} ${words}`,
      code: 'conflict',
      nearest: [],
    };
    steps.value = steps.peek().filter(({ before }) => !before.some(isLate));
    const view = confirmed.peek();
    if (view !== null) draft.value = withDecisions(view, waiting);
    current.value = decisions.find(isLate)?.id ?? current.peek();
    said.value = `Not decided. ${meanwhileWords(failure)}`;
  });
}

async function fail(article: string, failure: Failure): Promise<void> {
  waiting = [];
  batch(() => {
    refusal.value = failure;
    steps.value = [];
    draft.value = confirmed.peek();
    said.value = `Not decided. ${sentencesOf(failure)}`;
  });
  // What of it the server has after all is not known.
  await reloadDraft(article).catch(() => undefined);
}

async function sendWaiting(article: string): Promise<void> {
  underWay.value = true;
  while (waiting.length > 0) {
    const decisions = latestOfEach(waiting);
    waiting = [];
    try {
      const read = decisions.map((one) => ({ ...one, version: versionOf(one.id) }));
      const report = await workApi.decideDraft(article, { decisions: read, by: by.peek().trim() });
      take(report, new Set(decisions.map(({ id }) => id)));
    } catch (error) {
      const failure = failureOf(error);
      if (changedPlaces(failure).length === 0) await fail(article, failure);
      else await goOnWithout(article, failure, decisions).catch((other) => fail(article, failureOf(other)));
    }
  }
  underWay.value = false;
  sending = undefined;
}

function enqueue(decisions: readonly Decision[]): void {
  const view = draft.peek();
  const article = reviewed.peek();
  if (view === null || article === null) return;
  waiting.push(...decisions);
  batch(() => {
    refusal.value = null;
    draft.value = withDecisions(view, decisions);
  });
  sending ??= sendWaiting(article);
}

/** Resolves once nothing is on its way. */
export const settled = (): Promise<void> => sending ?? Promise.resolve();

const words: Readonly<Record<ProposalState, string>> = {
  accepted: 'Accepted',
  rejected: 'Rejected',
  open: 'Open again',
};

const along = (brought: readonly string[]): string =>
  brought.length === 0 ? '' : ` ${count(brought.length, 'proposal')} that it rests on, too.`;

function addStep(done: string, step: Omit<Step, 'said'>): void {
  said.value = `${done}: ${step.what}.${along(step.brought)}`;
  steps.value = [...steps.peek(), { ...step, said: said.peek() }];
}

/** Decides on proposals together; `what` names them in what is said. False where nobody signs. */
export function decide(decisions: readonly Decision[], what: string): boolean {
  if (decisions.length === 0 || !isSigned()) return false;
  const before = decisions.flatMap(({ id }) => stateOf(id) ?? []);
  const accepts = decisions.flatMap(({ id, state }) => (state === 'accepted' ? [id] : []));
  addStep(words[decisions[0]?.state ?? 'open'], { what, before, accepts, brought: [] });
  enqueue(decisions);
  return true;
}

/** Decides on the current proposal and goes on to the next that is open. */
export function decideCurrent(state: ProposalState, what: string): void {
  const id = current.peek();
  const before = id === null ? undefined : byId.peek().get(id);
  if (id === null || before === undefined) return;
  const rest = listed.peek();
  if (before.state === state) said.value = `It is ${state} already.`;
  else if (!decide([{ id, state }], what)) return;
  if (state !== 'open') current.value = nextOpen(rest, id) ?? id;
}

/** Accepts all that are listed and open; how many that were. */
export function acceptListed(): number {
  const open = listed.peek().filter(({ state }) => state === 'open');
  const done = decide(
    open.map(({ proposal: { id } }) => ({ id, state: 'accepted' as const })),
    count(open.length, 'proposal'),
  );
  return done ? open.length : 0;
}

/** Takes the last step back and goes where it was. */
export function undoDecision(): void {
  const step = steps.peek().at(-1);
  const view = draft.peek();
  if (step === undefined || view === null) {
    said.value = 'There is nothing to undo here. Earlier decisions are in the history.';
    return;
  }
  if (!isSigned()) return;
  batch(() => {
    steps.value = steps.peek().slice(0, -1);
    said.value = `Undone: ${step.what}.`;
    current.value = step.before[0]?.id ?? current.peek();
  });
  enqueue(takenBack(step, view));
}

const numbered = (at: number): string => `p${String(at + 1).padStart(20, '0')}`;
/** Proposals with ids by which they can name each other until the server gives them ids of their own. */
export const withIds = <P extends Proposal>(proposals: readonly P[], from = 0): P[] =>
  proposals.map((one, at) => ({ ...one, id: numbered(from + at) }));

/**
 * Adds what a person found, accepted at once, as one step: the last is what was meant, the others are what it rests on.
 * `what` names that in what is said. The ids in the order given. Errors: what a request fails with.
 */
export async function add(proposals: readonly Proposal[], what: string): Promise<string[]> {
  const article = reviewed.peek();
  if (article === null || proposals.length === 0) return [];
  await settled();
  const report = await workApi.decideDraft(article, { add: [...proposals], by: by.peek().trim() });
  const own = report.added.at(-1) ?? '';
  const known = stateOf(own);
  // The same added twice is one.
  if (known?.state !== 'accepted')
    addStep('Added', {
      ...{ what, before: [known ?? { id: own, state: 'open' }], accepts: [own] },
      brought: broughtBy(report, own),
    });
  else said.value = `It is here already: ${what}.`;
  await takeWhole(report, article);
  return report.added;
}

/**
 * Sends one decision, on the version that was read, with what is added for it, and waits for it, for a form that stays open where it is refused.
 * Errors: as above.
 */
export async function decideAndWait(
  decision: Decision & Required<Pick<Decision, 'version'>>,
  what: string,
  added: readonly Proposal[] = [],
): Promise<void> {
  const article = reviewed.peek();
  if (article === null) return;
  await settled();
  const content = byId.peek().get(decision.id)?.proposal;
  const before = stateOf(decision.id);
  const report = await workApi.decideDraft(article, {
    ...{ decisions: [decision], by: by.peek().trim() },
    ...(added.length > 0 && { add: [...added] }),
  });
  addStep(words[decision.state], {
    what,
    before: before && content ? [{ ...before, proposal: content }] : [],
    accepts: decision.state === 'accepted' ? [decision.id] : [],
    brought: broughtBy(report, decision.id),
  });
  await takeWhole(report, article);
}

/** All that was accepted with one proposal. */
const broughtBy = ({ decided }: DecisionsReport, own: string): string[] =>
  decided.flatMap(({ id, state }) => (id !== own && state === 'accepted' ? [id] : []));

/** Takes an answer to which a step of its own belongs. */
async function takeWhole(report: DecisionsReport, article: string): Promise<void> {
  take(report, new Set(report.decided.map(({ id }) => id)));
  await reloadDraft(article);
}

// Once the review is closed, the page shows what came of it.
effect(() => {
  if (reviewOpen.value) return;
  const last = sending;
  batch(() => {
    steps.value = [];
    refusal.value = null;
    reviewReport.value = null;
    leftOut.value = new Map();
    said.value = '';
  });
  void (async () => {
    await last;
    if (!changedSomething) return;
    changedSomething = false;
    await refreshAll().catch((error) => notify(sentencesOf(failureOf(error)), 'problem'));
  })();
});
