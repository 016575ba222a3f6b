// Deciding on proposals: shown at once, sent one request after the other, taken back one step after the other.
import { batch, effect, signal } from '@preact/signals';
import type { Proposal } from '../../../server/schema/draft.ts';
import type { DecisionsReport, DraftView, ProposalState } from '../../../server/schema/drafts.ts';
import { type Failure, failureOf, sentencesOf } from '../../api.ts';
import { workApi } from '../../api-work.ts';
import { count } from '../../text/format.ts';
import { by } from '../decide.ts';
import { refreshAll } from '../load.ts';
import { notify } from '../notices.ts';
import { reviewed, reviewOpen } from '../work.ts';
import { byId, confirmed, current, draft, listed, reloadDraft } from './draft.ts';
import { nextOpen } from './list.ts';

export interface Decision {
  id: string;
  state: ProposalState;
  /** Its content as the person has it. */
  proposal?: Proposal;
}
/** What was decided together, and how it was before. */
interface Step {
  what: string;
  before: Decision[];
}

/** The draft with decisions on some of its proposals. */
export function withDecisions(view: DraftView, decisions: readonly Decision[]): DraftView {
  const on = new Map(decisions.map((one) => [one.id, one]));
  const proposals = view.proposals.map((one) => {
    const decision = on.get(one.proposal.id);
    if (decision === undefined) return one;
    const edited = decision.proposal === undefined ? one.edited : true;
    return { ...one, state: decision.state, edited, proposal: decision.proposal ?? one.proposal };
  });
  return { ...view, proposals };
}

/** The latest decision on each proposal, in the order in which they were first decided on. */
export function latestOfEach(decisions: readonly Decision[]): Decision[] {
  const latest = new Map<string, Decision>();
  for (const one of decisions) latest.set(one.id, { ...latest.get(one.id), ...one });
  return [...latest.values()];
}

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
    said.value = 'Say who decides first.';
  });
  return false;
};

const stateOf = (id: string): Decision | undefined => {
  const one = byId.peek().get(id);
  return one && { id, state: one.state };
};

function take(report: DecisionsReport, asked: ReadonlySet<string>): void {
  const also = report.decided.filter(({ id }) => !asked.has(id));
  const before = also.flatMap(({ id }) => stateOf(id) ?? []);
  changedSomething ||= report.decided.length + report.added.length > 0;
  batch(() => {
    const [last, ...rest] = [...steps.peek()].reverse();
    // What was accepted because something rests on it is taken back with that.
    if (last && before.length > 0) steps.value = [...rest.reverse(), { ...last, before: [...last.before, ...before] }];
    const known = confirmed.peek();
    if (known) confirmed.value = withDecisions(known, report.decided);
    const shown = draft.peek();
    if (shown) draft.value = withDecisions(shown, also);
    reviewReport.value = report;
    leftOut.value = new Map(report.leftOut.map(({ id, because }) => [id, because]));
    if (also.length > 0) said.value = `${said.peek()} ${count(also.length, 'proposal')} that it rests on, too.`;
  });
}

async function fail(article: string, error: unknown): Promise<void> {
  waiting = [];
  const failure = failureOf(error);
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
      const report = await workApi.decideDraft(article, { decisions, by: by.peek().trim() });
      take(report, new Set(decisions.map(({ id }) => id)));
    } catch (error) {
      await fail(article, error);
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

/** Decides on proposals together; `what` names them in what is said. False where nobody signs. */
export function decide(decisions: readonly Decision[], what: string): boolean {
  if (decisions.length === 0 || !isSigned()) return false;
  const before = decisions.flatMap(({ id }) => stateOf(id) ?? []);
  const [first] = decisions;
  steps.value = [...steps.peek(), { what, before }];
  said.value = `${words[first?.state ?? 'open']}: ${what}.`;
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
  if (step === undefined) {
    said.value = 'There is nothing to undo here. Earlier decisions are in the history.';
    return;
  }
  if (!isSigned()) return;
  batch(() => {
    steps.value = steps.peek().slice(0, -1);
    said.value = `Undone: ${step.what}.`;
    current.value = step.before[0]?.id ?? current.peek();
  });
  enqueue(step.before);
}

/** Adds what a person found, accepted at once; the ids in the order given. Errors: what a request fails with. */
export async function add(proposals: readonly Proposal[]): Promise<string[]> {
  const article = reviewed.peek();
  if (article === null || proposals.length === 0) return [];
  await settled();
  const report = await workApi.decideDraft(article, { add: [...proposals], by: by.peek().trim() });
  take(report, new Set());
  await reloadDraft(article);
  return report.added;
}

/** Sends one decision and waits for it, for a form that stays open where it is refused. Errors: as above. */
export async function decideAndWait(decision: Decision, what: string): Promise<void> {
  const article = reviewed.peek();
  if (article === null) return;
  await settled();
  const content = byId.peek().get(decision.id)?.proposal;
  const before = stateOf(decision.id);
  const report = await workApi.decideDraft(article, { decisions: [decision], by: by.peek().trim() });
  steps.value = [...steps.peek(), { what, before: before && content ? [{ ...before, proposal: content }] : [] }];
  said.value = `${words[decision.state]}: ${what}.`;
  take(report, new Set([decision.id]));
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
