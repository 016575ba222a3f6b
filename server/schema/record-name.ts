// What a stored record is called where it is written beside its mark, in a list or a sentence.

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export interface NamedRow {
  key: string;
  properties: Readonly<Record<string, unknown>>;
  /** Of an article: the name of its outlet. */
  outlet?: string | null;
  /** Of an assertion: the words of its claim. */
  claim?: string | null;
}

/** "Politico, 2024-10-23", or less where less is known. */
function articleName({ properties, outlet, key }: NamedRow): string {
  const title = text(properties.title);
  if (title !== null) return title;
  const day = text(properties.publishedTo) ?? text(properties.publishedFrom);
  return [outlet, day?.slice(0, 10)].filter((part) => part !== null && part !== undefined).join(', ') || key;
}

/** `label` is the most specific one. */
export function recordName(row: NamedRow, label: string | undefined): string {
  const { properties } = row;
  if (label === 'Article') return articleName(row);
  if (label === 'Assertion') return text(properties.quote) ?? row.claim ?? row.key;
  const named = ['name', 'descriptor', 'text', 'occasion', 'saidOn'].map((name) => text(properties[name]));
  return named.find((name) => name !== null) ?? row.key;
}
