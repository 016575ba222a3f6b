// Which of the dialogs for reviewing, editing, history and taking in is open, and on what; small, as all panels open them.
import { batch, signal } from '@preact/signals';

/** What is edited: an article's document, at one of its assertions where one is meant, or an entity. */
export type Edited =
  | { kind: 'article'; article: string; at?: { start: number | null; end: number | null; claim: string } }
  | { kind: 'entity'; key: string | null };

export const reviewOpen = signal(false);
/** The article whose draft is reviewed. */
export const reviewed = signal<string | null>(null);
export function openReview(article: string): void {
  batch(() => {
    reviewed.value = article;
    reviewOpen.value = true;
  });
}

export const editOpen = signal(false);
export const edited = signal<Edited | null>(null);
export function openEdit(of: Edited): void {
  batch(() => {
    edited.value = of;
    editOpen.value = true;
  });
}

export const changesOpen = signal(false);
/** Whose changes are listed; null for all. */
export const changesOf = signal<{ key: string; name: string } | null>(null);
export function openChanges(of: { key: string; name: string } | null): void {
  batch(() => {
    changesOf.value = of;
    changesOpen.value = true;
  });
}

/** The audit log, for admins. */
export const auditOpen = signal(false);

export const takeInOpen = signal(false);
/** Files that were dropped and that the dialog has not taken yet. */
export const dropped = signal<readonly File[]>([]);
export function takeIn(files: readonly File[] = []): void {
  batch(() => {
    dropped.value = files;
    takeInOpen.value = true;
  });
}
