// The statements being written, each in a tab of its own, kept in this browser.
import { computed, signal } from '@preact/signals';
import { recall, remember } from '../memory.ts';
import { type Fields, fieldsFor } from './parameters.ts';
import { asFields, asRecord } from './stored.ts';

/** What a language model proposed, and for which question. */
export interface DraftProposal {
  readonly question: string;
  /** As it was proposed, whatever has become of it in the editor. */
  readonly statement: string;
  readonly explanation: string | null;
  readonly model: string;
  /** Why the gate refuses it; null where it does not. */
  readonly refusal: string | null;
}

export interface Draft {
  readonly id: number;
  /** The title of the library's statement that it began as; null for one of one's own. */
  readonly title: string | null;
  readonly text: string;
  /** Also those of parameters that the text no longer has, for when they come back. */
  readonly fields: Fields;
  /** Of one that a language model proposed, until somebody closes the note on it. */
  readonly proposal?: DraftProposal | undefined;
}

const name = 'cypher-drafts';
const most = 20;
const empty = { title: null, text: '', fields: {} };

interface Drafts {
  readonly list: readonly Draft[];
  readonly active: number;
}

/** What was kept of a proposal; undefined where it makes no sense. */
function asProposal(value: unknown): DraftProposal | undefined {
  const { question, statement, explanation, model, refusal } = asRecord(value);
  if (typeof question !== 'string' || typeof statement !== 'string' || typeof model !== 'string') return undefined;
  const textOr = (one: unknown) => (typeof one === 'string' ? one : null);
  return { question, statement, explanation: textOr(explanation), model, refusal: textOr(refusal) };
}

/** The drafts as kept; one that is empty where there are none. */
export function readDrafts(kept: string | undefined): Drafts {
  let list: Draft[] = [];
  let active = 0;
  try {
    const stored = asRecord(JSON.parse(kept ?? '{}'));
    for (const item of Array.isArray(stored.list) ? stored.list.slice(0, most) : []) {
      const { title, text, fields, proposal } = asRecord(item);
      if (typeof text !== 'string') continue;
      list.push({
        id: list.length + 1,
        title: typeof title === 'string' ? title : null,
        text,
        fields: asFields(fields),
        proposal: asProposal(proposal),
      });
    }
    active = Number(stored.active);
  } catch {
    list = [];
  }
  if (list.length === 0) list = [{ id: 1, ...empty }];
  return { list, active: (list[active] ?? (list[0] as Draft)).id };
}

export const drafts = signal<Drafts>(readDrafts(recall(name)));
export const draft = computed<Draft>(
  () => drafts.value.list.find(({ id }) => id === drafts.value.active) ?? (drafts.value.list[0] as Draft),
);
/** The parameters of the statement that is looked at. */
export const fields = computed<Fields>(() => fieldsFor(draft.value.text, draft.value.fields));

function put(next: Drafts): void {
  drafts.value = next;
  const list = next.list.map(({ id: _, ...one }) => one);
  remember(name, JSON.stringify({ list, active: next.list.findIndex(({ id }) => id === next.active) }));
}

let last = Math.max(...drafts.peek().list.map(({ id }) => id));

/**
 * Opens a statement in a tab of its own, or in the present one where nothing is written there yet; with `behind`, in a
 * tab that is not looked at yet. One that is open already is only looked at, but for proposals: each has its own tab.
 */
export function openDraft({ title, text, fields: filled, proposal }: Omit<Draft, 'id'> = empty, behind = false): void {
  const { list, active } = drafts.peek();
  const same = list.find((one) => !proposal && one.text === text && one.title === title && text !== '');
  const unwritten = !behind && draft.peek().text.trim() === '' && text !== '';
  const id = same?.id ?? (unwritten ? active : ++last);
  const opened = { id, title, text, fields: filled, proposal };
  if (list.some((one) => one.id === id)) {
    put({ list: list.map((one) => (one.id === id ? opened : one)), active: id });
    return;
  }
  // Of too many, the oldest goes; never the one that is looked at.
  const oldest = list.find((one) => list.length >= most && !(behind && one.id === active));
  put({ list: [...list.filter((one) => one !== oldest), opened], active: behind ? active : id });
}

export function closeDraft(id: number): void {
  const { list, active } = drafts.peek();
  const at = list.findIndex((one) => one.id === id);
  const rest = list.filter((one) => one.id !== id);
  if (rest.length === 0) rest.push({ id: ++last, ...empty });
  const beside = rest[Math.min(Math.max(at, 0), rest.length - 1)] as Draft;
  put({ list: rest, active: active === id ? beside.id : active });
}

export const activate = (id: number): void => put({ ...drafts.peek(), active: id });

function change(id: number, next: Partial<Draft>): void {
  const { list, active } = drafts.peek();
  put({ list: list.map((one) => (one.id === id ? { ...one, ...next } : one)), active });
}

/** Writes into the statement that is looked at. */
export const writeDraft = (text: string): void => change(drafts.peek().active, { text });

/** Closes the note that the statement is a proposal. */
export const closeProposal = (): void => change(drafts.peek().active, { proposal: undefined });

export const setField = (parameter: string, field: Fields[string]): void =>
  change(drafts.peek().active, { fields: { ...draft.peek().fields, [parameter]: field } });

/** What to call a tab: its title, else the first words of the statement. */
export function draftTitle({ title, text, id }: Draft): string {
  if (title !== null) return title;
  const [line] = text.split('\n').flatMap((one) => one.replace(/^\s*\/\/\s*/, '').trim() || []);
  return line === undefined ? `Statement ${id}` : line.slice(0, 60);
}
