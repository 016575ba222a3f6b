// The facts of an article as a form holds them: title, author, outlet, address, dates.
import { signal } from '@preact/signals';
import type { ClaimsDocument } from '../../../server/schema/article.ts';
import type { PartChange } from '../../../server/schema/changes.ts';
import type { DateBasis } from '../../../server/schema/stance.ts';
import { nameOf } from '../data.ts';
import { by } from '../decide.ts';
import { documentNow, editFaults, sendParts } from './article.ts';
import type { Chosen } from './claim-form.ts';
import { tellMeanwhile } from './meanwhile.ts';
import { documentNames } from './of-document.ts';
import { sameItem } from './parts.ts';

export interface FactsForm {
  title: string;
  author: string;
  url: string;
  archivedUrl: string;
  lang: string;
  outlet: Chosen | null;
  publishedFrom: string;
  publishedTo: string;
  dateBasis: DateBasis;
  dateNote: string;
}
export const factsForm = signal<FactsForm | null>(null);
/** Faults of the server by member, where the form of a claim has no such field. */
export const textMembers = [
  ...(['title', 'author', 'url', 'archivedUrl', 'lang'] as const),
  ...(['publishedFrom', 'publishedTo', 'dateNote'] as const),
];

export function factsOf(document: ClaimsDocument): FactsForm {
  const { article } = document;
  const nameIn = documentNames(document, nameOf);
  const text = (name: (typeof textMembers)[number]): string => article[name] ?? '';
  return {
    ...(Object.fromEntries(textMembers.map((name) => [name, text(name)])) as Record<
      (typeof textMembers)[number],
      string
    >),
    outlet: article.outlet === undefined ? null : { key: article.outlet, name: nameIn(article.outlet) },
    dateBasis: article.dateBasis,
  };
}

/** The parts of a change to the facts; members that the form does not show stay as they are. */
export function partsOfFacts(document: ClaimsDocument, form: FactsForm): PartChange[] {
  const kept: Record<string, unknown> = { ...document.article };
  for (const name of [...textMembers, 'outlet']) delete kept[name];
  const told = textMembers.map((name) => [name, form[name].trim()] as const).filter(([, value]) => value !== '');
  const value = {
    ...kept,
    ...Object.fromEntries(told),
    dateBasis: form.dateBasis,
    ...(form.outlet && { outlet: form.outlet.key }),
  };
  if (sameItem(value, document.article)) return [];
  const { outlet } = form;
  const made: PartChange[] = outlet?.isNew
    ? [{ part: 'entities', id: outlet.key, value: { type: 'Outlet', key: outlet.key, name: outlet.name } }]
    : [];
  return [...made, { part: 'article', id: 'article', value: value as NonNullable<PartChange['value']> }];
}

export async function saveFacts(): Promise<boolean> {
  const [document, form] = [documentNow(), factsForm.peek()];
  if (document === undefined || form === null) return false;
  editFaults.value = by.peek().trim() === '' ? { by: 'Say who decides.' } : {};
  if (by.peek().trim() === '') return false;
  return sendParts(partsOfFacts(document, form), (failure, newer) => tellMeanwhile(failure, factsForm, factsOf(newer)));
}
