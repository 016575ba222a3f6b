// The form of the review: editing a claim, adding one or a mention; nothing typed is lost when it is refused.
import { batch, signal } from '@preact/signals';
import type { Span } from '../../../server/schema/span.ts';
import { type Failure, failureOf } from '../../api.ts';
import { placeOfWords } from '../../text/places.ts';
import { positionWords } from '../../text/proposal.ts';
import { by } from '../decide.ts';
import { type Chosen, type ClaimForm, type FieldFaults, madeEntities, missingIn } from '../edit/claim-form.ts';
import { suggestedText } from '../edit/claim-sentence.ts';
import { sortFaults } from '../edit/faults.ts';
import { changedPlaces, meanwhile, tellMeanwhile } from '../edit/meanwhile.ts';
import {
  addedLinks,
  entityProposal,
  formAt,
  formOfProposal,
  mentionProposal,
  proposalOfForm,
} from '../edit/of-draft.ts';
import { reviewed } from '../work.ts';
import { add, decideAndWait, said, withIds } from './decide.ts';
import { byId, current, draft, reloadDraft, reviewFilter, setFilter, versionOf } from './draft.ts';

export type ReviewForm =
  | { kind: 'edit'; id: string }
  | { kind: 'claim'; span: Span }
  | { kind: 'mention'; span: Span; id?: string };

export const reviewForm = signal<ReviewForm | null>(null);
export const claimForm = signal<ClaimForm | null>(null);
export const mentioned = signal<Chosen | null>(null);
export const formFaults = signal<FieldFaults>({});
/** What is wrong and belongs to no field. */
export const formProblem = signal('');
export const saving = signal(false);
/** The version of the proposal that the form is of. */
let readVersion: string | undefined;

export function closeForm(): void {
  batch(() => {
    reviewForm.value = null;
    claimForm.value = null;
    mentioned.value = null;
    formFaults.value = {};
    formProblem.value = '';
    meanwhile.value = null;
  });
}

const longestQuote = 400;

/** The place as a span, cut where a document holds no longer one. */
export function spanAt(text: string, place: { start: number; end: number }): Span {
  const end = Math.min(place.end, place.start + longestQuote);
  return { start: place.start, end, quote: [...text].slice(place.start, end).join('') };
}

/** Opens the form for the current proposal; false where there is none for its kind. */
export function editCurrent(): boolean {
  const view = draft.peek();
  const one = current.peek() === null ? undefined : byId.peek().get(current.peek() ?? '');
  if (view === null || one === undefined) return false;
  const { proposal } = one;
  if (proposal.kind !== 'claim' && proposal.kind !== 'mention') {
    said.value = 'Only claims and mentions can be edited. Reject it, and add another.';
    return false;
  }
  batch(() => {
    closeForm();
    readVersion = versionOf(proposal.id);
    if (proposal.kind === 'claim') claimForm.value = formOfProposal(view, proposal);
    reviewForm.value =
      proposal.kind === 'claim'
        ? { kind: 'edit', id: proposal.id }
        : { kind: 'mention', span: proposal.span, id: proposal.id };
  });
  return true;
}

/** Opens the form for something that is added at a place. */
export function addAt(kind: 'claim' | 'mention', place: { start: number; end: number }): void {
  const view = draft.peek();
  if (view === null) return;
  const span = spanAt(view.text, place);
  batch(() => {
    closeForm();
    // What is added is to be seen afterwards.
    const { kindsOff, statesOff } = reviewFilter.peek();
    const without = <T>(set: ReadonlySet<T>, value: T) => new Set([...set].filter((one) => one !== value));
    setFilter({ kindsOff: without(kindsOff, kind), statesOff: without(statesOff, 'accepted') });
    if (kind === 'claim') claimForm.value = formAt(view, span);
    reviewForm.value = { kind, span };
  });
}

/** The span that the form's words stand at; undefined where the text has no such words. */
function spanOfForm(text: string, form: ClaimForm): Span | undefined {
  const place = placeOfWords(text, form.words, Number(form.at) || 0);
  return place && place.end - place.start <= longestQuote ? spanAt(text, place) : undefined;
}

const hasFaults = (faults: FieldFaults): boolean => Object.keys(faults).length > 0;

async function saveClaim(of: ReviewForm, form: ClaimForm): Promise<void> {
  const view = draft.peek();
  const article = reviewed.peek();
  if (view === null || article === null) return;
  const span = spanOfForm(view.text, form);
  const faults = missingIn(form, by.peek());
  if (span === undefined)
    faults.words = `The article does not have these words, or they are more than ${longestQuote} characters.`;
  formFaults.value = faults;
  if (hasFaults(faults) || span === undefined) return;
  const links = addedLinks(form, span, article);
  const made = madeEntities(form).map((one) => entityProposal(one, span));
  const under = withIds([...links.map(({ proposal }) => proposal), ...made]);
  const called = new Map(links.map((link, at) => [link.called, under[at]?.id ?? link.called]));
  const before = of.kind === 'edit' ? byId.peek().get(of.id)?.proposal : undefined;
  const proposal = proposalOfForm(form, span, before?.kind === 'claim' ? before : undefined, called);
  const names = (key: string) => [form.holder, form.target].find((one) => one?.key === key)?.name ?? key;
  const what = positionWords(proposal, names);
  if (of.kind === 'edit')
    await decideAndWait({ id: of.id, state: 'accepted', proposal, version: readVersion }, what, under);
  else current.value = (await add([...under, ...withIds([proposal], under.length)], what)).at(-1) ?? current.peek();
  closeForm();
}

async function saveMention(of: ReviewForm & { kind: 'mention' }, chosen: Chosen): Promise<void> {
  const proposal = mentionProposal(chosen, of.span);
  const made = withIds(chosen.isNew ? [entityProposal(chosen, of.span)] : []);
  const before = of.id === undefined ? undefined : byId.peek().get(of.id)?.proposal;
  if (before?.kind === 'mention') {
    const others = before.candidates.filter(({ key }) => key !== chosen.key);
    const candidates = [...proposal.candidates, ...others].slice(0, 20);
    const edited = { ...before, entity: chosen.key, candidates };
    const decision = { id: before.id, state: 'accepted' as const, proposal: edited, version: readVersion };
    await decideAndWait(decision, chosen.name, made);
  } else
    current.value = (await add([...made, ...withIds([proposal], made.length)], chosen.name)).at(-1) ?? current.peek();
  closeForm();
}

/** Somebody decided on it since the form was opened: what stands by now can be looked at, and the next save is over that. */
async function takeUpChanges(failure: Failure, of: ReviewForm): Promise<void> {
  const [article, id] = [reviewed.peek(), of.kind === 'claim' ? undefined : of.id];
  if (article === null || id === undefined) return;
  await reloadDraft(article).catch(() => undefined);
  readVersion = versionOf(id);
  const [view, now] = [draft.peek(), byId.peek().get(id)?.proposal];
  if (view !== null && now?.kind === 'claim') tellMeanwhile(failure, claimForm, formOfProposal(view, now));
  else {
    const theirs = now?.kind === 'mention' ? now.candidates.find(({ key }) => key === now.entity) : undefined;
    tellMeanwhile(failure, mentioned, theirs ?? null);
  }
}

/** Sends what the form holds. Refused, it stays with what is wrong at its field. True where it was taken. */
export async function saveForm(): Promise<boolean> {
  const of = reviewForm.peek();
  if (of === null || saving.peek()) return false;
  const form = claimForm.peek();
  saving.value = true;
  formProblem.value = '';
  meanwhile.value = null;
  try {
    if (of.kind === 'mention') {
      const chosen = mentioned.peek();
      formFaults.value = {
        ...(chosen === null && { holder: 'Say who or what is meant.' }),
        ...(by.peek().trim() === '' && { by: 'Say who decides.' }),
      };
      if (chosen !== null && by.peek().trim() !== '') await saveMention(of, chosen);
    } else if (form !== null) {
      const text = form.text.trim() === '' ? suggestedText(form) : form.text;
      await saveClaim(of, { ...form, text });
    }
  } catch (error) {
    const failure = failureOf(error);
    if (changedPlaces(failure).length > 0) {
      await takeUpChanges(failure, of);
      return false;
    }
    const { at, above } = sortFaults(failure);
    batch(() => {
      formFaults.value = at;
      formProblem.value = above;
    });
  } finally {
    saving.value = false;
  }
  return reviewForm.peek() === null;
}
