// The audit log as the dialog shows it: what is asked of it, and the pages that are loaded.
import { computed, signal } from '@preact/signals';
import type { AuditEntry, AuditLog } from '../../server/schema/audit.ts';
import { workApi } from '../api-work.ts';
import { withProgress } from './actions.ts';
import { resource } from './resource.ts';
import { auditOpen } from './work.ts';

export interface AuditQuestion {
  who: string;
  what: string;
  /** Days, counted in; empty for any. */
  from: string;
  to: string;
}

export const anything: AuditQuestion = { who: '', what: '', from: '', to: '' };
/** What the list that is shown was asked for. */
export const auditQuestion = signal<AuditQuestion>(anything);

const first = computed(() => (auditOpen.value ? auditQuestion.value : undefined));
export const firstAudit = resource(first, (question, stop) => workApi.audit(question, null, stop), true);

/** The pages after the first one that they go on from. */
const further = signal<{ after: AuditLog; pages: readonly AuditLog[] } | null>(null);

const pages = computed((): readonly AuditLog[] => {
  const status = firstAudit.status.value;
  const now = status.state === 'ready' ? status.value : status.state === 'loading' ? status.previous : undefined;
  if (now === undefined) return [];
  return [now, ...(further.value?.after === now ? further.value.pages : [])];
});
export const auditEntries = computed<readonly AuditEntry[]>(() => pages.value.flatMap(({ entries }) => entries));
export const hasMoreAudit = computed(() => (pages.value.at(-1)?.next ?? null) !== null);

export async function moreAudit(): Promise<void> {
  const [after, ...rest] = pages.peek();
  const cursor = pages.peek().at(-1)?.next ?? null;
  if (after === undefined || cursor === null) return;
  const page = await withProgress('Loading earlier entries', () => workApi.audit(auditQuestion.peek(), cursor));
  if (page && pages.peek()[0] === after) further.value = { after, pages: [...rest, page] };
}
