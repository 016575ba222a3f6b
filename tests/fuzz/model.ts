// What the fuzzer knows of the bundled graph: which relations lead where, and what properties hold.

export type Scalar = 'text' | 'integer' | 'boolean';
type Values = readonly [string, ...string[]];
export interface Property {
  name: string;
  kind: Scalar | 'texts' | 'integers';
  /** Literals to compare with: some that are there, some that are not. */
  values: Values;
}

const text = (name: string, ...values: Values): Property => ({ name, kind: 'text', values });
const integer = (name: string, ...values: Values): Property => ({ name, kind: 'integer', values });
const truth = (name: string): Property => ({ name, kind: 'boolean', values: ['true', 'false'] });
const texts = (name: string, ...values: Values): Property => ({ name, kind: 'texts', values });

const key = text('key', "'country:hu'", "'plan:nato-invitation'", "'outlet:politico'", "''", "'a'");
const named = [
  key,
  text('name', "'Hungary'", "'NATO'", "'S'", "'Viktor Orbán'", "'ó'"),
  texts('aliases', "'US'", "'Kremlin'"),
  text('description', "'President of Ukraine.'", "'The'"),
  truth('curated'),
] as const;
const extent = [text('from', "'2024-10-01'"), text('to', "'2024-10-01'")] as const;
const origins = [
  integer('originsMax', '1', '2'),
  integer('originsMin', '1', '0'),
  integer('sources', '0', '4'),
  integer('articles', '1', '3'),
  truth('contested'),
  text('first', "'2024-10-24'"),
] as const;

type Properties = readonly [Property, ...Property[]];
export const labels: Readonly<Record<string, Properties>> = {
  Country: [...named, text('iso2', "'HU'", "'zz'")],
  Plan: [...named, text('proposedOn', "'2024-10-16'")],
  Outlet: [...named, text('country', "'country:ua'")],
  Person: [...named],
  Actor: [...named],
  Event: [...named, text('on', "'2024-10'", "'2024-10-16'")],
  Article: [
    key,
    truth('held'),
    text('publishedFrom', "'2024-10-24'", "'2024'"),
    text('publishedTo', "'2024-10-24'"),
    text('title', "'At'"),
  ],
  Claim: [
    key,
    text('kind', "'stance'", "'count'"),
    text('stance', "'opposes'", "'supports'"),
    text('text', "'Hungary'", "'T'"),
    integer('number', '7', '0'),
    integer('of', '32'),
  ],
  Assertion: [
    key,
    text('mode', "'asserts'", "'denies'"),
    text('modality', "'now'", "'expected'"),
    text('wording', "'oppose'", "'r'"),
    text('hedge', "'may'"),
    truth('reconstructed'),
    integer('start', '0', '500'),
  ],
  Source: [key, text('kind', "'named'", "'anonymous'"), text('descriptor', "'one'"), integer('minCount', '4')],
  Quote: [key, text('text', "'hiding behind'", "'“'"), integer('start', '100'), integer('end', '900')],
  Utterance: [key, text('saidOn', "'2024-12-01'"), text('occasion', "'To Politico'")],
};

/** The labels of few nodes, which may stand beside another pattern without one of them being joined. */
export const few: readonly [string, ...string[]] = ['Outlet', 'Country', 'Event'];

export interface Tie {
  from: string;
  type: string;
  to: string;
  properties: readonly Property[];
}
const tie = (from: string, type: string, to: string, properties: readonly Property[] = []): Tie => ({
  from,
  type,
  to,
  properties,
});
export const ties: readonly [Tie, ...Tie[]] = [
  tie('Country', 'OPPOSES', 'Plan', origins),
  tie('Outlet', 'CITES', 'Outlet', origins),
  tie('Actor', 'SUPPORTS', 'Plan', origins),
  tie('Actor', 'NONCOMMITTAL_ON', 'Plan', origins),
  tie('Country', 'DEFERS_ON', 'Plan', origins),
  tie('Outlet', 'QUOTES', 'Person', origins),
  tie('Plan', 'PART_OF', 'Plan', extent),
  tie('Plan', 'STEP_TOWARD', 'Plan', extent),
  tie('Outlet', 'PUBLISHED', 'Article', [texts('articles', "'article:kyiv-post-2024-10-24'")]),
  tie('Article', 'CONTAINS', 'Assertion'),
  tie('Assertion', 'ABOUT', 'Claim'),
  tie('Assertion', 'RELAYS', 'Article', [text('how', "'Politico reported'")]),
  tie('Assertion', 'KNOWN_FROM', 'Assertion'),
  tie('Assertion', 'ATTRIBUTED_TO', 'Source', [text('descriptor', "'his team'"), integer('start', '0')]),
  tie('Claim', 'HOLDER', 'Actor'),
  tie('Claim', 'TARGET', 'Plan'),
  tie('Claim', 'INCLUDES', 'Claim'),
  tie('Claim', 'SHIELDED_BY', 'Country'),
  tie('Person', 'HOLDS_OFFICE', 'Actor', [text('title', "'President'", "'L'"), ...extent]),
  tie('Actor', 'MEMBER_OF', 'Actor', extent),
  tie('Actor', 'TOOK_PART_IN', 'Event', [text('role', "'speaker'")]),
  tie('Event', 'CONCERNS', 'Plan'),
  tie('Quote', 'RENDERS', 'Utterance'),
  tie('Utterance', 'SPOKEN_BY', 'Actor'),
  tie('Article', 'MENTIONS', 'Country', [{ name: 'starts', kind: 'integers', values: ['0', '42'] }]),
];

/** The ties that begin or end at a label; Actor stands for those who are one. */
export function tiesOf(label: string): readonly { tie: Tie; leaves: boolean }[] {
  const isIt = (other: string): boolean => other === label || (other === 'Actor' && /Country|Person/.test(label));
  return ties.flatMap((one) => [
    ...(isIt(one.from) ? [{ tie: one, leaves: true }] : []),
    ...(isIt(one.to) ? [{ tie: one, leaves: false }] : []),
  ]);
}
