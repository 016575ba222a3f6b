// `npm run train`: learns the model of attributions from PolNeAR's training split and writes it, the same bytes in every run.
// `-- --corpus DIR` reads it elsewhere, `--out FILE` writes elsewhere, `--held N --predictions FILE` keeps N articles out of
// learning and writes what the model finds in them, in the scorer's format.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { predictionLine } from '../../bench/eval/predictions.ts';
import { attributionsOf } from '../../server/extract/attributions/extract.ts';
import { packModel, unpackModel } from '../../server/extract/attributions/model.ts';
import { attributionModelFile } from '../../server/models.ts';
import { projectRoot } from '../../server/root.ts';
import { readSplit, vocabularyOf } from './corpus.ts';
import { learn } from './learn.ts';
import { randomFrom, shuffled } from './random.ts';
import { wordnetLexicon } from './wordnet.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: join(dirname(projectRoot), 'shared', 'polnear') },
    out: { type: 'string', default: attributionModelFile },
    held: { type: 'string', default: '0' },
    predictions: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

const began = Date.now();
const log = (line: string) => console.error(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);
const seed = Number(values.seed);
const train = join(values.corpus, 'train');
const lexicon = wordnetLexicon(vocabularyOf(train));
const articles = shuffled(readSplit(train, lexicon), randomFrom(seed));
const held = articles.splice(0, Number(values.held));
const file = packModel(learn(articles, lexicon, seed, log));
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, file);
log(`${values.out}: ${file.length} bytes`);
if (values.predictions) {
  const model = unpackModel(file);
  const lines = held.map(({ name, analysed }) => predictionLine(name, attributionsOf(analysed.indexed, model)));
  writeFileSync(values.predictions, lines.join(''));
}
