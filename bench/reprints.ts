// Measures the reprint suggestions on a folder of the PolNeAR corpus: `npx tsx bench/reprints.ts FOLDER`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReprintArticle, suggestReprints } from '../server/provenance/reprints.ts';

const folder = process.argv[2] ?? '';
const table = join(folder, 'metadata.tsv');
if (!existsSync(table)) {
  console.error(`There is no ${table}. Name a folder with PolNeAR's metadata.tsv and its train, dev or test texts.`);
  process.exit(2);
}

const agencies: Readonly<Record<string, readonly [name: string, ...aliases: string[]]>> = {
  ap: ['Associated Press', 'AP'],
  reuters: ['Reuters', 'Thomson Reuters'],
  upi: ['United Press International', 'UPI'],
  afp: ['Agence France-Presse', 'AFP'],
  breitbart: ['Breitbart', 'Breitbart News'],
  'huff-post': ['The Huffington Post', 'HuffPost'],
  nyt: ['The New York Times'],
  politico: ['Politico'],
  'usa-today': ['USA Today'],
  'wash-post': ['The Washington Post'],
  'west-journal': ['Western Journalism'],
};
const outlets = Object.entries(agencies).map(([key, [name, ...aliases]]) => ({ key, name, aliases }));

const [head = [], ...lines] = readFileSync(table, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));
const rows = lines.map((line) => new Map(head.map((name, at) => [name, line[at] ?? ''])));
const articles: (ReprintArticle & { wire: string })[] = rows.map((row) => {
  const of = (name: string): string => row.get(name) ?? '';
  const text = readFileSync(join(folder, of('compartment'), 'text', `${of('filename')}.txt`), 'utf8');
  const wire = of('wire').toLowerCase();
  return { key: of('filename'), outlet: of('publisher'), text, publishedTo: of('publication_date'), wire };
});
const megabytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;

const start = performance.now();
const suggestions = suggestReprints(articles, outlets);
const seconds = (performance.now() - start) / 1000;
console.log(`${articles.length} articles, ${megabytes.toFixed(1)} MB: ${seconds.toFixed(1)} s\n`);

// Credit lines against what the corpus says of the agency; of articles marked NA nobody looked.
const credited = new Map(suggestions.flatMap(({ article, outlet }) => (outlet === null ? [] : [[article, outlet]])));
const judged = articles.filter(({ wire }) => wire !== 'na');
const right = judged.filter(({ key, wire }) => credited.get(key) === wire).length;
const found = judged.filter(({ key }) => credited.has(key)).length;
const agency = judged.filter(({ wire }) => wire !== 'none');
console.log(`Credit lines: ${found} found, ${right} right, of ${agency.length} articles from an agency. Missed:`);
for (const { key, wire } of agency) if (credited.get(key) !== wire) console.log(`  ${key} (${wire})`);

console.log('\nShared passages, to be judged by reading:');
for (const { article, original, similarity, passages } of suggestions) {
  const words = passages.reduce((sum, one) => sum + one.article.text.split(/\s+/).length, 0);
  if (original !== null) console.log(`  ${similarity.toFixed(2)}, ${words} words: ${article} ← ${original}`);
}

/** Made reprints of every ninth article, each by an outlet of its own, found again among all the others. */
const every = articles.filter((_, at) => at % 9 === 0);
const paragraphs = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const lead =
  'Our own correspondents followed the matter closely on the day and spoke with several people about it.\n\n';
/** Replaces one word in so many, scattered as if by chance but the same each time. */
function withOthers(text: string, among: number): string {
  let hash = 1;
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => {
    hash = (Math.imul(hash, 1103515245) + 12345) >>> 0;
    return (hash >>> 16) % among === 0 ? 'otherwise' : word;
  });
}
const makings: Readonly<Record<string, (text: string) => string>> = {
  'the whole text': (text) => text,
  'its first half, with a lead of its own': (text) => {
    const all = paragraphs(text);
    return lead + all.slice(0, Math.ceil(all.length / 2)).join('\n');
  },
  'one word in 20 another': (text) => withOthers(text, 20),
  'one word in 10 another': (text) => withOthers(text, 10),
  'its quotations alone (no reprint)': (text) =>
    `${lead}${(text.match(/“[^”\n]+”/gu) ?? []).join(' she said.\nHe added: ')}`,
};
console.log(`\nOf ${every.length} made from every ninth article:`);
for (const [name, make] of Object.entries(makings)) {
  const made = every.map(({ key, text }) => ({
    key: `made-${key}`,
    outlet: 'another',
    text: make(text),
    publishedTo: '2017-01-01',
  }));
  const by = new Map(made.map(({ key }) => [key, key.slice('made-'.length)]));
  const pairs = suggestReprints([...articles, ...made], outlets).filter(({ article }) => by.has(article));
  const hits = new Set(pairs.flatMap(({ article, original }) => (by.get(article) === original ? article : [])));
  console.log(`  ${name}: ${hits.size} found`);
}
