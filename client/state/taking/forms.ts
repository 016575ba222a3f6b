// What kind of file somebody brings: by its ending, and of JSON by what stands in it.

export type TakenForm = 'article' | 'claims' | 'export' | 'linked' | 'lines' | 'csv' | 'mapping';

/** The media type of each ending of an article's file, as the server takes it. */
const articleTypes: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  text: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
/** What the file chooser offers. */
export const accepted = [
  ...Object.keys(articleTypes).map((ending) => `.${ending}`),
  ...['.json', '.jsonld', '.ndjson', '.jsonl', '.ftm', '.csv'],
].join(',');

export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
export const articleType = (name: string): string => {
  const ending = endingOf(name);
  return (Object.hasOwn(articleTypes, ending) && articleTypes[ending]) || 'application/octet-stream';
};

/** What the file is, `json` where only its contents tell, or why it is none that is taken here. */
export function formOfName(name: string): TakenForm | 'json' | { why: string } {
  const ending = endingOf(name);
  if (Object.hasOwn(articleTypes, ending)) return 'article';
  if (ending === 'json') return 'json';
  if (ending === 'jsonld') return 'linked';
  if (['ndjson', 'jsonl', 'ftm'].includes(ending)) return 'lines';
  if (ending === 'csv') return 'csv';
  if (ending === 'ann')
    return {
      why: 'Annotations in brat’s form (.ann beside .txt) are read on the command line only: npm run hearsay -- import FOLDER.',
    };
  if (ending === 'doc') return { why: 'Word files of before 2007 are not read: save it as .docx first.' };
  return {
    why: 'Files ending in .txt, .md, .html, .pdf, .docx, .json, .jsonld, .ndjson and .csv are read. Rename it if it is one of these.',
  };
}

/** What a JSON file is, by its `format`, or by JSON-LD's marks. */
export function formOfJson(json: unknown): TakenForm | { why: string } {
  const head: unknown = Array.isArray(json) ? json[0] : json;
  const { format, ...rest } = typeof head === 'object' && head !== null ? (head as Record<string, unknown>) : {};
  if (typeof format === 'string') {
    // Documents of shared entities go to the same address.
    if (format.startsWith('hearsay-claims/') || format.startsWith('hearsay-entities/')) return 'claims';
    if (format.startsWith('hearsay-export/')) return 'export';
    if (format.startsWith('hearsay-csv/')) return 'mapping';
    return {
      why: `Its "format" is "${format.slice(0, 60)}", which is none of Hearsay’s: hearsay-claims/1, hearsay-entities/1, hearsay-export/1 or hearsay-csv/1.`,
    };
  }
  if ('@context' in rest || '@type' in rest || '@graph' in rest || 'schema' in rest) return 'linked';
  return {
    why: 'It has no "format" as Hearsay’s documents do, and no "@type" or "@context" as ClaimReview does.',
  };
}

/** Somebody's pasted text as a Markdown file that reads as exactly these words, with its facts above. */
export function pastedFile(of: {
  title: string;
  outlet: string;
  author: string;
  date: string;
  url: string;
  text: string;
}): string {
  const facts = (['title', 'outlet', 'author', 'date', 'url'] as const)
    .map((name) => [name, of[name].trim()] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  // No sign of it is Markdown's: each stands for itself.
  const text = of.text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim().replace(/[!-/:-@[-`{-~]/g, '\\$&'))
    .join('\n');
  return `---\n${facts.join('\n')}\n---\n\n${text}\n`;
}
