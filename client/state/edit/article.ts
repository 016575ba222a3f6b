// Changing what an article's document says: an assertion, a new one, one taken out, the facts of the article.
import { batch, computed, effect, signal } from '@preact/signals';
import type { ClaimsDocument } from '../../../server/schema/article.ts';
import type { ChangeReport, EditableDocument, PartChange } from '../../../server/schema/changes.ts';
import type { Assertion } from '../../../server/schema/claim.ts';
import type { Span } from '../../../server/schema/span.ts';
import { api, type Failure, failureOf } from '../../api.ts';
import { workApi } from '../../api-work.ts';
import { placeOfWords } from '../../text/places.ts';
import { nameOf } from '../data.ts';
import { by } from '../decide.ts';
import { refreshAll } from '../load.ts';
import { freshly, resource } from '../resource.ts';
import { noFilter } from '../view-url.ts';
import { edited, editOpen } from '../work.ts';
import { type ClaimForm, emptyForm, type FieldFaults, missingIn } from './claim-form.ts';
import { suggestedText } from './claim-sentence.ts';
import { sortFaults } from './faults.ts';
import { changedPlaces, meanwhile, tellMeanwhile } from './meanwhile.ts';
import { assertionAt, choicesOf, documentNames, formOfAssertion } from './of-document.ts';
import { partsOfForm, partsOfRemoval } from './parts.ts';

export type ArticleForm =
  | { kind: 'claim'; assertion: Assertion | undefined }
  | { kind: 'removal'; assertion: Assertion }
  | { kind: 'facts' };

const wanted = computed(() => (editOpen.value && edited.value?.kind === 'article' ? edited.value.article : undefined));
/** The document, and the text where it is held: places of words are found in it. */
export const editable = resource(wanted, async (article, signal) => {
  const [found, { text }] = await Promise.all([
    workApi.document(article, signal),
    api.article(article, noFilter, signal),
  ]);
  return { ...found, text };
});

export const articleForm = signal<ArticleForm | null>(null);
export const editForm = signal<ClaimForm | null>(null);
/** Whether other places that make the same claim are changed with it. */
export const everywhere = signal(false);
export const editFaults = signal<FieldFaults>({});
export const editProblem = signal('');
export const editBusy = signal(false);
export const editWhy = signal('');
export const editReport = signal<ChangeReport | null>(null);

export const documentNow = (): ClaimsDocument | undefined => {
  const status = editable.status.peek();
  return status.state === 'ready' ? status.value.document : undefined;
};
/** The versions of the items that the open form is of. */
let readVersions: EditableDocument['versions'] = {};
function readNow(): void {
  const status = editable.status.peek();
  readVersions = status.state === 'ready' ? status.value.versions : {};
}
const textNow = (): string | null => {
  const status = editable.status.peek();
  return status.state === 'ready' ? status.value.text : null;
};

export function closeArticleForm(): void {
  batch(() => {
    articleForm.value = null;
    editForm.value = null;
    everywhere.value = false;
    editFaults.value = {};
    editProblem.value = '';
    editWhy.value = '';
    meanwhile.value = null;
  });
}

/** Opens the form of an assertion, or of a new one. */
export function openClaimForm(assertion: Assertion | undefined): void {
  const document = documentNow();
  if (document === undefined) return;
  batch(() => {
    closeArticleForm();
    readNow();
    editReport.value = null;
    articleForm.value = { kind: 'claim', assertion };
    editForm.value =
      assertion === undefined
        ? { ...emptyForm, ...choicesOf(document, documentNames(document, nameOf)) }
        : formOfAssertion(document, assertion, nameOf);
  });
}

export function openArticleForm(form: ArticleForm): void {
  batch(() => {
    closeArticleForm();
    readNow();
    editReport.value = null;
    articleForm.value = form;
  });
}

/** The span of the form's words: found in the text, or given with where they begin where no text is held. */
export function spanOfWords(form: ClaimForm, text: string | null): Span | { fault: FieldFaults } {
  const quote = form.words.trim();
  const near = Number(form.at) || 0;
  if (quote === '') return { fault: { words: 'Give the words of the article that support it.' } };
  if (text !== null) {
    const place = placeOfWords(text, quote, near);
    return place ? { ...place, quote } : { fault: { words: 'The article does not have these words.' } };
  }
  if (!/^\d+$/.test(form.at.trim())) return { fault: { at: 'Say where they begin, as a whole number.' } };
  return { start: near, end: near + [...quote].length, quote };
}

/**
 * Where somebody changed the same since it was read: the document as it stands by now is fetched, so that what is sent
 * next is over that, and the form tells of it. `show` tells with the newer document.
 */
async function takeUpChanges(failure: Failure, show: Show): Promise<void> {
  const now = await freshly(editable);
  if (now === undefined) return;
  readNow();
  show(failure, now.document);
}
type Show = (failure: Failure, document: ClaimsDocument) => void;

/** Sends parts; refused, what is wrong is at its field, and `show` tells what others changed. True where it was taken. */
export async function sendParts(parts: PartChange[], show: Show): Promise<boolean> {
  const article = wanted.peek();
  if (article === undefined || editBusy.peek()) return false;
  if (parts.length === 0) {
    editProblem.value = 'Nothing is otherwise than it was.';
    return false;
  }
  const why = editWhy.peek().trim();
  editBusy.value = true;
  editProblem.value = '';
  meanwhile.value = null;
  try {
    const report = await workApi.changeDocument(article, {
      parts: parts.map((one) => ({ ...one, version: readVersions[one.part]?.[one.id] ?? null })),
      by: by.peek().trim(),
      ...(why === '' ? {} : { why }),
    });
    await refreshAll();
    batch(() => {
      closeArticleForm();
      editReport.value = report;
    });
    return true;
  } catch (error) {
    const failure = failureOf(error);
    if (changedPlaces(failure).length > 0) {
      await takeUpChanges(failure, show);
      return false;
    }
    const { at, above } = sortFaults(failure);
    batch(() => {
      editFaults.value = at;
      editProblem.value = above;
    });
    return false;
  } finally {
    editBusy.value = false;
  }
}

/** Sends the claim as the form has it. */
export async function saveClaim(): Promise<boolean> {
  const [of, typed, document] = [articleForm.peek(), editForm.peek(), documentNow()];
  if (of?.kind !== 'claim' || typed === null || document === undefined) return false;
  const form = { ...typed, text: typed.text.trim() === '' ? suggestedText(typed) : typed.text };
  const isPlaceless = of.assertion?.reconstructed === true;
  const span = isPlaceless ? undefined : spanOfWords(form, textNow());
  const faults = { ...missingIn(form, by.peek()), ...(span && 'fault' in span && span.fault) };
  editFaults.value = faults;
  if (Object.keys(faults).length > 0 || (span && 'fault' in span)) return false;
  const parts = partsOfForm(document, { form, span, assertion: of.assertion, everywhere: everywhere.peek() });
  return sendParts(parts, (failure, newer) => {
    const now = newer.assertions.find(({ id }) => id === of.assertion?.id);
    // What the form does not show is to stay as it stands by now.
    if (now) articleForm.value = { kind: 'claim', assertion: now };
    tellMeanwhile(failure, editForm, now ? formOfAssertion(newer, now, nameOf) : null);
  });
}

export async function removeAssertion(): Promise<boolean> {
  const [of, document] = [articleForm.peek(), documentNow()];
  if (of?.kind !== 'removal' || document === undefined) return false;
  editFaults.value = by.peek().trim() === '' ? { by: 'Say who decides.' } : {};
  if (by.peek().trim() === '') return false;
  return sendParts(partsOfRemoval(document, of.assertion.id), (failure, newer) => {
    const now = newer.assertions.find(({ id }) => id === of.assertion.id);
    if (now) articleForm.value = { kind: 'removal', assertion: now };
    tellMeanwhile(failure, editForm, null);
  });
}

// Opened at an assertion, its form opens as soon as the document is there.
effect(() => {
  const of = edited.value;
  const status = editable.status.value;
  if (!editOpen.value) {
    closeArticleForm();
    editReport.value = null;
    return;
  }
  if (of?.kind !== 'article' || of.at === undefined || status.state !== 'ready') return;
  const assertion = assertionAt(status.value.document, of.at);
  edited.value = { kind: 'article', article: of.article };
  if (assertion) openClaimForm(assertion);
});
