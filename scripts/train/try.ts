import { readSplit } from './corpus.ts';
import { cueRates, examplesOf } from './examples.ts';
import { learnCues } from './learn-cues.ts';
import { learnSpans } from './learn-spans.ts';
import { randomFrom, shuffled } from './random.ts';
import { cueScores } from '../../server/extract/attributions/find-cues.ts';
import { findSpans } from '../../server/extract/attributions/find-spans.ts';
import { pad } from '../../server/extract/attributions/view.ts';
import { writeFileSync } from 'node:fs';

const t0 = Date.now();
const say = (s: string) => console.log(`${((Date.now() - t0) / 1000).toFixed(1)}s ${s}`);
const all = shuffled(readSplit('/work/shared/polnear/train'), randomFrom(1));
say(`read ${all.length}`);
const held = all.slice(0, 100), train = all.slice(100);
const rates = cueRates(train);
const ex = new Map(all.map((a) => [a, examplesOf(a, rates)]));
say(`examples ${[...ex.values()].flat().length} gold ${all.flatMap((a) => a.gold).length}`);
const cue = learnCues(train, ex, randomFrom(2));
const cues = new Map(all.map((a) => [a, cueScores(a.analysed.view, cue)]));
for (const th of [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]) {
  let tp = 0, np = 0, ng = 0;
  for (const a of held) {
    const h = new Set(ex.get(a)!.map((e) => e.heart)); ng += h.size;
    cues.get(a)!.forEach((p, i) => { if (p > th) { np++; if (h.has(i)) tp++; } });
  }
  say(`cue ${th} P ${(tp / np).toFixed(3)} R ${(tp / ng).toFixed(3)} F ${(2 * tp / (np + ng)).toFixed(3)}`);
}
const spans = learnSpans(train, ex, cues, randomFrom(3), say);
const out: string[] = [];
for (const a of held) {
  const { view, indexed } = a.analysed; const p = cues.get(a)!;
  const attributions: unknown[] = [];
  p.forEach((q, row) => {
    if (q < Number(process.env.TH ?? 0.4)) return;
    const l = findSpans(view, p, row, spans);
    const r = (label: number) => { const o: number[][] = []; l.labels.forEach((x, i) => { if (x !== label) return; const g = indexed.rangeOf(l.first + i - pad, l.first + i - pad); if (l.labels[i - 1] === label) o[o.length - 1]![1] = g.end; else o.push([g.start, g.end]); }); return o; };
    attributions.push({ source: r(1), cue: r(3), content: r(2) });
  });
  out.push(JSON.stringify({ article: a.name, attributions }));
}
writeFileSync('/tmp/w1/held.jsonl', out.join('\n'));
say('done');
import { mkdirSync, symlinkSync, readdirSync, rmSync } from 'node:fs';
rmSync('/tmp/w1/held', { recursive: true, force: true });
mkdirSync('/tmp/w1/held/text', { recursive: true }); mkdirSync('/tmp/w1/held/attributions');
const H = new Set(held.map((a) => a.name)); const T = '/work/shared/polnear/train';
for (const f of readdirSync(T + '/text')) if (H.has(f.slice(0, -4))) symlinkSync(`${T}/text/${f}`, `/tmp/w1/held/text/${f}`);
for (const f of readdirSync(T + '/attributions')) if (H.has(f.slice(0, -9))) symlinkSync(`${T}/attributions/${f}`, `/tmp/w1/held/attributions/${f}`);
