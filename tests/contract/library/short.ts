// Answers of the library as the tests write them: rows of plain values, where a record is its key and a path its keys.

export type Short = null | boolean | number | string | Short[];
/** The expected rows by the statement's id, each row in the order of its columns. */
export type Answers = Readonly<Record<string, readonly (readonly Short[])[]>>;

interface Entity {
  labels?: string[];
  type?: string;
  properties: Record<string, unknown>;
}

const isEntity = (value: object): value is Entity => 'elementId' in value && 'properties' in value;

/** A value of the API's plain JSON: a node becomes its key, a relation its type, a list and a path theirs. */
export function short(value: unknown): Short {
  if (Array.isArray(value)) return value.map(short);
  if (typeof value !== 'object' || value === null) return value as Short;
  if (!isEntity(value)) throw new Error(`No statement of the library answers with a map: ${JSON.stringify(value)}`);
  return value.type ?? String(value.properties.key);
}

export const reports = {
  ghu: 'article:germany-hungary-us-object',
  ki: 'article:kyiv-independent-2024-10-24',
  kp: 'article:kyiv-post-2024-10-24',
  s32: 'article:seven-of-32-oppose-immediate-invitation',
  emp: 'article:us-germany-not-ready',
} as const;

/** The articles that nobody here has read. */
export const stubs = {
  babel: 'article:babel-2024-10-24-nykyforov-comment',
  kyodo: 'article:kyodo-news-2024-12-02-zelensky-ceasefire',
  leMonde: 'article:le-monde-2024-12-03-objections',
  politico: 'article:politico-2024-10-23-at-least-seven-oppose',
  smith: 'article:politico-interview-julianne-smith',
  rbc: 'article:rbc-ukraine-2024-10-nykyforov-denial',
  letter: 'article:reuters-2024-11-29-sybiha-letter',
  szijjarto: 'article:reuters-2024-12-03-szijjarto',
  landsbergis: 'article:reuters-2024-12-landsbergis-no-progress',
  suspilne: 'article:suspilne-nato-source-not-ready',
} as const;

export const invitation = 'NATO invitation for Ukraine';
export const membership = 'NATO membership of Ukraine';
export const hidden = ['Belgium', 'Slovenia', 'Spain'] as const;
