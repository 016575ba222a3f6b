// Where in a form a fault of the server belongs: at the field whose member it names, else above the form.
import type { Failure } from '../../api.ts';
import { sentencesOf } from '../../api.ts';
import { type FieldFaults, type FieldName, factNames } from './claim-form.ts';

/** Members of what is sent, by the field that they come from where that has another name. */
const fields: Readonly<Record<string, FieldName>> = {
  attributedTo: 'sources',
  sources: 'sources',
  descriptor: 'sources',
  minCount: 'sources',
  articles: 'relays',
  relays: 'relays',
  how: 'relays',
  quotes: 'quotes',
  span: 'words',
  quote: 'words',
  start: 'at',
  end: 'at',
};
const own: readonly FieldName[] = [
  ...(['holder', 'target', 'stance', 'shieldedBy', 'quantifier', 'number', 'of', 'text', 'mode', 'modality'] as const),
  ...(['condition', 'hedge', 'wording', 'channel', 'from', 'to', 'onBehalfOf', 'inferred'] as const),
  ...(['alternativeReading', 'by', 'why'] as const),
  ...factNames,
];

/** The field that a JSON pointer or a field's name leads to: the last part of it that the form shows. */
export function fieldOf(place: string): FieldName | undefined {
  const parts = place.split(/[/.[\]]/).filter((part) => part !== '');
  for (const part of parts.reverse()) {
    const field = fields[part] ?? own.find((name) => name === part);
    if (field !== undefined) return field;
  }
  return undefined;
}

export interface Sorted {
  at: FieldFaults;
  /** What belongs to no field. */
  above: string;
}

/** The faults of a refusal, each at its field; several of one field in one line. */
export function sortFaults(failure: Failure): Sorted {
  const at: FieldFaults = {};
  const rest: string[] = [];
  for (const { pointer, field, reason } of failure.errors ?? []) {
    const name = fieldOf(pointer ?? field ?? '');
    if (name === undefined) rest.push([pointer ?? field, reason].filter(Boolean).join(': '));
    else at[name] = at[name] === undefined ? reason : `${at[name]}; ${reason}`;
  }
  const none = Object.keys(at).length === 0 && rest.length === 0;
  return { at, above: none ? sentencesOf(failure) : rest.length > 0 ? `${failure.title}. ${rest.join('. ')}` : '' };
}
