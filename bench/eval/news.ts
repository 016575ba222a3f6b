// Counts what the rules propose for a folder of texts with an empty database, and what it costs: `tsx bench/eval/news.ts FOLDER [EVERY] [--list]`.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractAttributions } from '../../server/extract/attributions/extract.ts';
import { extractDraft, prepare } from '../../server/extract/draft.ts';
import { readText } from '../../server/extract/reading/read.ts';
import { winkTagger } from '../../server/extract/reading/tagger.ts';
import { attributionModel } from '../../server/models.ts';

const model = attributionModel();

const [folder = '../shared/polnear/train/text', every = '4', flag] = process.argv.slice(2);
const texts = readdirSync(folder)
  .sort()
  .filter((_, at) => at % Number(every) === 0)
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const prepared = prepare({ entities: [] });
const draftOf = (text: string) => {
  const reading = readText(text, winkTagger);
  const article = { key: 'article:news', publishedTo: '2016-09-12', dateBasis: 'stated' as const };
  return extractDraft(reading, article, prepared, extractAttributions(reading.text, model));
};
/** Seconds of processor time that some work takes. */
const seconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const counts = new Map<string, number>();
const took = seconds(() => {
  for (const { proposals } of texts.map(draftOf)) {
    for (const one of proposals) {
      const kind =
        one.kind === 'claim' ? `claim, ${one.claim.kind}` : one.kind === 'entity' ? `new ${one.type}` : one.kind;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      if (flag !== '--list' || one.kind !== 'claim' || one.claim.kind === 'statement') continue;
      const { holder, stance, target } = one.claim;
      console.log(one.score, holder, stance, target, one.mode, one.modality, '|', one.span.quote.replace(/\s+/g, ' '));
    }
  }
});
const characters = texts.reduce((sum, text) => sum + text.length, 0);
for (const [kind, count] of [...counts].sort()) console.log(kind.padEnd(20), count);
console.log(
  `${texts.length} texts, ${characters} characters, ${took.toFixed(1)} s of processor time, ${(texts.length / took).toFixed(0)} a second`,
);
const all = texts.join('\n\n');
for (const size of [200_000, 400_000, 800_000]) {
  if (size > all.length) continue;
  console.log(`one text of ${size} characters: ${seconds(() => draftOf(all.slice(0, size))).toFixed(1)} s`);
}
