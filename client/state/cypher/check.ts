// Whether the statement that is looked at would run here, asked of the server whenever writing pauses.
import { computed, effect, signal } from '@preact/signals';
import type { StatementFault, StatementWarning } from '../../../server/schema/cypher.ts';
import { api } from '../../api.ts';
import { loading } from '../data.ts';
import { resource } from '../resource.ts';
import { tab } from '../view.ts';
import { draft } from './drafts.ts';
import { writing } from './limits.ts';

/** Milliseconds without a key before the server is asked. */
const patience = 350;

const paused = signal('');

/** Follows what is written. Called when the workspace opens; the answer stops it. */
export function startChecking(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const stop = effect(() => {
    const { text } = draft.value;
    clearTimeout(timer);
    timer = setTimeout(() => {
      paused.value = text;
    }, patience);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

export const check = resource(
  computed(() => {
    const asked = loading.value.state === 'ready' && tab.value === 'cypher' && paused.value.trim() !== '';
    return asked ? `${writing.value ? 'write' : 'read'} ${paused.value}` : undefined;
  }),
  (key, abort) => {
    const at = key.indexOf(' ');
    return api.check({ mode: key.slice(0, at) as 'read' | 'write', statement: key.slice(at + 1) }, abort);
  },
  true,
);

/** Faults that a run came back with, and of which text. */
export const refused = signal<{ text: string; faults: readonly StatementFault[] } | null>(null);

/** What is wrong with the text as it stands; nothing while it is being changed. */
export const faults = computed<readonly StatementFault[]>(() => {
  const { text } = draft.value;
  if (refused.value?.text === text) return refused.value.faults;
  const status = check.status.value;
  if (status.state !== 'ready' || paused.value !== text || text.trim() === '') return [];
  return status.value.faults;
});

/** Names in the text as it stands that the database does not have; nothing while it is being changed. */
export const warnings = computed<readonly StatementWarning[]>(() => {
  const status = check.status.value;
  return status.state === 'ready' && paused.value === draft.value.text && paused.value.trim() !== ''
    ? status.value.warnings
    : [];
});
