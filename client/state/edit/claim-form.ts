// A claim and how an article puts it, as a form holds them: of a draft's proposal and of a document's assertion alike.
import type { Claim } from '../../../server/schema/claim.ts';
import type { EntityType } from '../../../server/schema/key.ts';
import type { Channel, Modality, Mode, Quantifier, SourceKind, Stance } from '../../../server/schema/stance.ts';

/** An entity that was chosen; `isNew` where it is made with the claim. */
export interface Chosen {
  key: string;
  name: string;
  type?: EntityType;
  isNew?: boolean;
}

/** One of the article's sources, or one that is added. */
export interface SourceChoice {
  id: string;
  words: string;
  on: boolean;
  made?: NewSource;
}
export interface NewSource {
  kind: SourceKind;
  descriptor: string;
  actor: Chosen | null;
  minCount: string;
}
/** One of the articles that this one relays, or one that is added. */
export interface RelayChoice {
  /** Its key in a document, its id in a draft. */
  id: string;
  words: string;
  on: boolean;
  how: string;
  made?: { outlet: Chosen; publishedTo: string };
}
export interface QuoteChoice {
  id: string;
  words: string;
  on: boolean;
}

export interface ClaimForm {
  kind: Claim['kind'];
  holder: Chosen | null;
  target: Chosen | null;
  stance: Stance;
  shieldedBy: Chosen[];
  quantifier: Quantifier;
  number: string;
  of: string;
  /** The proposition in one sentence. */
  text: string;
  mode: Mode;
  modality: Modality;
  condition: string;
  hedge: string;
  wording: string;
  channel: Channel;
  from: string;
  to: string;
  onBehalfOf: Chosen | null;
  inferred: string;
  alternativeReading: string;
  sources: SourceChoice[];
  relays: RelayChoice[];
  quotes: QuoteChoice[];
  /** The words of the article that support it, and where they begin, in code points. */
  words: string;
  at: string;
}

export const emptyForm: ClaimForm = {
  kind: 'stance',
  holder: null,
  target: null,
  stance: 'opposes',
  shieldedBy: [],
  quantifier: 'atLeast',
  number: '',
  of: '',
  text: '',
  mode: 'asserts',
  modality: 'now',
  condition: '',
  hedge: '',
  wording: '',
  channel: 'unknown',
  from: '',
  to: '',
  onBehalfOf: null,
  inferred: '',
  alternativeReading: '',
  sources: [],
  relays: [],
  quotes: [],
  words: '',
  at: '',
};

/** Everything of the form that says which claim it is, as the server takes it; what does not fit the kind stays away. */
export function claimContent(form: ClaimForm): Record<string, unknown> & { kind: Claim['kind'] } {
  const common = {
    kind: form.kind,
    holder: form.holder?.key ?? '',
    ...(form.target && { target: form.target.key }),
    text: form.text.trim(),
  };
  if (form.kind === 'statement') return common;
  if (form.kind === 'count')
    return {
      ...common,
      stance: form.stance,
      quantifier: form.quantifier,
      ...wholeNumber('number', form.number),
      ...wholeNumber('of', form.of),
    };
  const behind = form.shieldedBy.map(({ key }) => key);
  return {
    ...common,
    stance: form.stance,
    ...(form.stance === 'defers' && behind.length > 0 && { shieldedBy: behind }),
  };
}

/** A number as it was typed; what is none is sent as it is, for the server to say so. */
function wholeNumber(name: string, typed: string): Record<string, unknown> {
  const text = typed.trim();
  return text === '' ? {} : { [name]: /^\d+$/.test(text) ? Number(text) : text };
}

/** The members that hold a text; empty ones are left out. */
export function filled<Name extends keyof ClaimForm>(form: ClaimForm, names: readonly Name[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, String(form[name]).trim()] as const).filter(([, value]) => value !== ''),
  );
}

/** All entities that the form makes. */
export function madeEntities(form: ClaimForm): Chosen[] {
  const all = [
    form.holder,
    form.target,
    form.onBehalfOf,
    ...form.shieldedBy,
    ...form.sources.map(({ on, made }) => (on ? (made?.actor ?? null) : null)),
    ...form.relays.map(({ on, made }) => (on ? (made?.outlet ?? null) : null)),
  ];
  const made = all.filter((one): one is Chosen => one?.isNew === true);
  return [...new Map(made.map((one) => [one.key, one])).values()];
}

/** Members of an article that the form of its facts shows. */
export const factNames = [
  ...(['title', 'author', 'url', 'archivedUrl', 'lang', 'outlet'] as const),
  ...(['publishedFrom', 'publishedTo', 'dateBasis', 'dateNote'] as const),
];
export type FieldName = keyof ClaimForm | (typeof factNames)[number] | 'by' | 'why';
/** What is wrong, by the field that shows it. */
export type FieldFaults = Partial<Record<FieldName, string>>;

/** What is missing before anything is sent: the server checks the rest. */
export function missingIn(form: ClaimForm, by: string): FieldFaults {
  const faults: FieldFaults = {};
  if (form.holder === null) faults.holder = 'Say who holds it, or whom it is about.';
  if (form.kind !== 'statement' && form.target === null) faults.target = 'Say which plan or event it is about.';
  if (form.text.trim() === '') faults.text = 'Put the claim in one plain sentence.';
  if (form.kind === 'count' && ['atLeast', 'exactly'].includes(form.quantifier) && form.number.trim() === '')
    faults.number = 'Say how many.';
  if (form.relays.some(({ on, how }) => on && how.trim() === ''))
    faults.relays = 'Say in which words it relays the report, such as “reported”.';
  if (by.trim() === '') faults.by = 'Say who decides.';
  return faults;
}
