// Items of an article's document, as they are given out to be changed by hand and as they come back.

import { requireHearsay } from '../curation/subject.ts';
import { InvalidDocument, InvalidRequest } from '../errors.ts';
import { latestChangeOf } from '../history/keep.ts';
import { changedMeanwhile, type Meanwhile, versionOf } from '../history/version.ts';
import { canonicalJson } from '../ingest/canonical.ts';
import type { ClaimsDocument } from '../schema/article.ts';
import type { ChangedPart, ChangeReport, DocumentChangeBody, EditableDocument, PartChange } from '../schema/changes.ts';
import { nearest } from '../schema/nearest.ts';
import type { ProblemDetail } from '../schema/problem.ts';
import type { Reader, Store } from '../store/port.ts';
import { changeDocument, currentDocument } from './change-document.ts';
import { articleId, itemAt, itemsOf, listParts, relationItemId, withItems } from './items.ts';

/** The document without its text. Throws NotFound where no such article is held. */
export async function editableDocument(
  store: Pick<Store, 'read' | 'capabilities'>,
  key: string,
): Promise<EditableDocument> {
  requireHearsay(store);
  const { document, hasText } = await currentDocument(store, key, false);
  return { document, hasText, relationIds: document.relations.map(relationItemId), versions: versionsOf(document) };
}

function versionsOf(document: ClaimsDocument): EditableDocument['versions'] {
  const lists = listParts.map((part) => {
    const versions = [...itemsOf(document, part)].map(([id, item]) => [id, versionOf(item)] as const);
    return [part, Object.fromEntries(versions)] as const;
  });
  const facts = { [articleId]: versionOf(itemAt(document, 'article', articleId)) };
  return Object.fromEntries([['article', facts], ...lists]) as EditableDocument['versions'];
}

/** Throws Conflict, with who changed what when, where an item is otherwise than it was read. */
async function checkVersions(tx: Reader, document: ClaimsDocument, parts: readonly PartChange[]): Promise<void> {
  const article = document.article.key;
  const others: Meanwhile[] = [];
  for (const [at, { part, id, value, version }] of parts.entries()) {
    if (version === undefined) continue;
    const now = itemAt(document, part, id);
    // The same request again, after an answer that got lost, is no conflict.
    if (versionOf(now) === version || canonicalJson(now) === canonicalJson(value)) continue;
    const [name] = names[part];
    const since = await latestChangeOf(tx, article, { part, id });
    others.push({ pointer: `/parts/${at}`, name: now === null ? `${name} that is gone` : name, since });
  }
  if (others.length > 0) throw changedMeanwhile(others, `/api/articles/${article}/document`);
}

const names = {
  article: ['the article', 'the article'],
  articles: ['a relayed article', 'relayed articles'],
  entities: ['an entity', 'entities'],
  sources: ['a source', 'sources'],
  utterances: ['an utterance', 'utterances'],
  quotes: ['a quotation', 'quotations'],
  claims: ['a claim', 'claims'],
  assertions: ['an assertion', 'assertions'],
  relations: ['a relation', 'relations'],
} as const;

/** "Added a claim and 2 assertions, changed the article". */
export function inWords(parts: readonly ChangedPart[]): string {
  const done = (word: string, chosen: (part: ChangedPart) => boolean): string => {
    const of = Object.entries(names).flatMap(([part, [one, many]]) => {
      const count = parts.filter((item) => item.part === part && chosen(item)).length;
      return count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];
    });
    return of.length === 0 ? '' : `${word} ${new Intl.ListFormat('en-GB').format(of)}`;
  };
  const said = [
    done('added', ({ before }) => before === null),
    done('changed', ({ before, after }) => before !== null && after !== null),
    done('took out', ({ after }) => after === null),
  ].filter((words) => words !== '');
  const words = said.join('; ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What of the request itself cannot be: an item that is to go and is not there, or is given under another id. */
function checkParts(document: ClaimsDocument, parts: readonly PartChange[]): void {
  const errors: ProblemDetail[] = [];
  const seen = new Set<string>();
  parts.forEach(({ part, id, value }, at) => {
    const add = (member: string, reason: string): void =>
      void errors.push({ pointer: `/parts/${at}${member}`, reason });
    if (seen.has(`${part} ${id}`)) add('/id', `is changed twice; say once what "${id}" is to be`);
    seen.add(`${part} ${id}`);
    if (part === 'article') {
      if (id !== articleId) add('/id', `must be "${articleId}" for the article`);
      if (value === null) add('/value', 'cannot be null: an article is taken out with DELETE /api/articles/{key}');
      else if (value.key !== document.article.key) add('/value/key', 'must stay as it is: an article keeps its key');
      else if (value.textHash !== document.article.textHash)
        add('/value/textHash', 'must stay as it is, as the text does');
      return;
    }
    if (value === null && itemAt(document, part, id) === null) {
      const near = nearest(id, [...itemsOf(document, part).keys()], 3).join(', ');
      add('/id', `no such item is in the document${near === '' ? '' : `; nearest: ${near}`}`);
    }
    const own = value?.id ?? value?.key;
    if (part !== 'relations' && value !== null && own !== id)
      add('/value', `must have the id or key "${id}" that the item goes by`);
  });
  if (errors.length === 0) return;
  const [first] = errors;
  throw new InvalidRequest(`${first?.pointer}: ${first?.reason}.`, { errors });
}

/** A place in the document that was made of the parts, as a place in the request where a part of it is at fault. */
function placed(
  error: InvalidDocument,
  wanted: Record<string, unknown>,
  parts: readonly PartChange[],
): InvalidDocument {
  const errors = (error.details.errors ?? []).map((fault) => {
    const [, part = '', number = '', ...rest] = (fault.pointer ?? '').split('/');
    const list = wanted[part];
    const item = Array.isArray(list) ? (list[Number(number)] as Record<string, unknown> | undefined) : undefined;
    const at = parts.findIndex((one) =>
      part === 'article' ? one.part === part : one.part === part && one.value !== null && one.value === item,
    );
    if (at < 0) return fault;
    const inside = part === 'article' ? [number, ...rest].filter((name) => name !== '') : rest;
    return { ...fault, pointer: ['', 'parts', String(at), 'value', ...inside].join('/') };
  });
  const [first] = errors;
  return new InvalidDocument('The change would make a document with faults; nothing was changed.', {
    ...error.details,
    detail: `${first?.pointer || 'The whole document'}: ${first?.reason}.`,
    errors,
  });
}

/**
 * Changes items of what an article says, together or not at all. Throws NotFound where no such article is held,
 * InvalidRequest for an item that cannot be meant, and InvalidDocument, with pointers into the request, for what is wrong
 * with the document that comes out.
 */
export async function changeArticle(
  store: Pick<Store, 'transaction' | 'capabilities'>,
  key: string,
  { parts, by, why }: DocumentChangeBody,
): Promise<ChangeReport> {
  let wanted: Record<string, unknown> = {};
  try {
    return await changeDocument(store, key, {
      kind: 'document',
      by,
      why,
      what: inWords,
      async change(document, tx) {
        await checkVersions(tx, document, parts);
        checkParts(document, parts);
        wanted = withItems(document, parts);
        return wanted;
      },
    });
  } catch (error) {
    throw error instanceof InvalidDocument ? placed(error, wanted, parts) : error;
  }
}
