// Prints the scores on the bundled reports by themselves: `tsx bench/eval/bundled-main.ts FOLDER [--differences]`.
import { extractAttributions } from '../../server/extract/attributions/extract.ts';
import { attributionModel } from '../../server/models.ts';
import { scoreBundled } from './bundled.ts';

const model = attributionModel();

const [folder = '../shared/seeds', flag] = process.argv.slice(2);
const run = scoreBundled(folder, (reading) => extractAttributions(reading.text, model));
if (run === undefined) throw new Error(`there are no texts in ${folder}`);
const percent = (part: number): string => part.toFixed(2).padStart(6);
console.log(`${'what'.padEnd(46)}${'known'.padEnd(20)}expected proposed      P      R     F1`);
for (const { what, known, expected, proposed, precision, recall, f1 } of run.rows)
  console.log(
    `${what.padEnd(46)}${known.padEnd(20)}${String(expected).padStart(8)} ${String(proposed).padStart(8)} ${percent(precision)} ${percent(recall)} ${percent(f1)}`,
  );
if (flag === '--differences') {
  for (const { document, draft, known } of run.drafts) {
    if (known !== 'the other reports') continue;
    console.log(`\n${document.article.key}`);
    const claims = new Map(document.claims.map((claim) => [claim.id, claim]));
    const gold = new Map<string, string>();
    for (const { claim: id, reconstructed, span, mode, modality } of document.assertions) {
      const claim = claims.get(id);
      if (reconstructed || claim === undefined || claim.kind === 'statement') continue;
      gold.set(`${claim.holder} ${claim.stance} ${claim.target} ${mode} ${modality}`, span?.quote ?? '');
    }
    const mine = new Map<string, string>();
    for (const one of draft.proposals) {
      if (one.kind !== 'claim' || one.claim.kind === 'statement') continue;
      const { holder, stance, target } = one.claim;
      mine.set(`${holder} ${stance} ${target} ${one.mode} ${one.modality}`, `${one.score} ${one.span.quote}`);
    }
    for (const [key, quote] of gold) if (!mine.has(key)) console.log(`  - ${key} | ${quote.slice(0, 140)}`);
    for (const [key, quote] of mine) if (!gold.has(key)) console.log(`  + ${key} | ${quote.slice(0, 140)}`);
    const kind = <K extends string>(name: K) => draft.proposals.filter((one) => one.kind === name);
    const keys = new Set(kind('mention').map((one) => (one.kind === 'mention' ? one.entity : '')));
    const wanted = new Set(document.entities.map(({ key }) => key));
    console.log('  entities missing:', [...wanted].filter((key) => !keys.has(key)).join(' '));
    console.log('  entities added:', [...keys].filter((key) => !wanted.has(key)).join(' '));
  }
}
