// A question in plain words: asked of the language model behind the server, answered by a statement in a tab of its own.
import { batch, computed, signal } from '@preact/signals';
import type { Proposal } from '../../../server/schema/proposal.ts';
import { api, type Failure, failureOf } from '../../api.ts';
import { meta } from '../data.ts';
import { notify } from '../notices.ts';
import { type DraftProposal, draft, openDraft } from './drafts.ts';
import { fieldsWith } from './parameters.ts';

/** The language model that can be asked; null where the server has none. */
export const languageModel = computed(() => meta.value?.languageModel ?? null);
/** What stands in the field. */
export const question = signal('');

export type Asking =
  | { state: 'idle' }
  | { state: 'asking'; since: number }
  | { state: 'failed'; failure: Failure }
  | { state: 'answered' };
export const asking = signal<Asking>({ state: 'idle' });

/** Of a tab, and of a statement that is saved. */
const longestTitle = 200;

let running: AbortController | undefined;

/** Stops asking, here and at the model; or takes away what was said of the last time. */
export function stopAsking(): void {
  running?.abort();
  running = undefined;
  asking.value = { state: 'idle' };
}

/** Writes into the field; what was said of the last question goes with it. */
export function writeQuestion(text: string): void {
  question.value = text;
  if (asking.peek().state !== 'asking') asking.value = { state: 'idle' };
}

/**
 * Asks for a statement and opens it in a tab of its own; nothing is run. A question that is under way goes on.
 * `ask` is the request itself, the server's unless a test brings an answer.
 */
export async function askInWords(ask: typeof api.propose = api.propose): Promise<void> {
  const words = question.peek().trim();
  if (words === '' || asking.peek().state === 'asking') return;
  const controller = new AbortController();
  running = controller;
  asking.value = { state: 'asking', since: performance.now() };
  const before = draft.peek();
  try {
    const proposal = await ask(words, controller.signal);
    if (running !== controller) return;
    const { id, text } = draft.peek();
    // Whoever has gone on writing meanwhile, or looks at another statement, stays there.
    const stays = id !== before.id || text !== before.text;
    batch(() => {
      open(words, proposal, stays);
      asking.value = { state: 'answered' };
    });
    if (stays) notify('The proposed statement is in a tab of its own, beside yours.');
  } catch (error) {
    if (running === controller) asking.value = { state: 'failed', failure: failureOf(error) };
  } finally {
    if (running === controller) running = undefined;
  }
}

function open(words: string, { statement, parameters, explanation, model, check }: Proposal, behind: boolean): void {
  const [fault] = check.faults;
  const refusal = check.accepted ? null : [fault?.message, fault?.wayOut].filter(Boolean).join(' ');
  const proposal: DraftProposal = { question: words, statement, explanation, model, refusal };
  openDraft(
    { title: words.slice(0, longestTitle), text: statement, fields: fieldsWith(statement, parameters), proposal },
    behind,
  );
}
