// Attributions by a handful of patterns, until the learned ones are at hand: only the evaluation uses it.
import type { Attribution } from '../../server/extract/attributions.ts';
import { sayings } from '../../server/extract/mentions/people-words.ts';
import { placeOf, type Range, type Reading, type Sentence } from '../../server/extract/reading/reading.ts';

const more = new Set(
  'reported reports reiterated called acknowledged saying adding arguing warning suggesting pointed citing'.split(' '),
);
const stop = /^[,;:“”"—]$|^(?:that|but|while)$/;

function ofSentence(reading: Reading, sentence: Sentence): Attribution[] {
  const { words } = reading;
  const found: Attribution[] = [];
  const range = (from: number, to: number): Range => placeOf(reading, { from, to });
  const quoted = (at: number): boolean => reading.quotations.some(({ from, to }) => at >= from && at < to);
  const add = (source: [number, number], cue: [number, number], content: [number, number]): void => {
    if (content[1] <= content[0] || source[1] <= source[0]) return;
    const place = range(...content);
    const direct = reading.quotations.some(({ start, end }) => start < place.end && end > place.start);
    found.push({ source: [range(...source)], cue: [range(...cue)], content: [place], direct, score: 0.5 });
  };
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const lower = words[at]?.lower ?? '';
    if (quoted(at)) continue;
    const accordingTo = lower === 'according' && words[at + 1]?.lower === 'to';
    if (accordingTo || lower === 'per') {
      const begin = at + (accordingTo ? 2 : 1);
      let end = begin;
      while (end < sentence.to && !/^[,.;]$/.test(words[end]?.text ?? '')) end += 1;
      if (at - sentence.from <= 2) add([begin, end], [at, begin], [end + 1, sentence.to]);
      else add([begin, end], [at, begin], [sentence.from, at]);
      continue;
    }
    if (!sayings.has(lower) && !more.has(lower)) continue;
    let from = at;
    while (from > sentence.from && !stop.test(words[from - 1]?.lower ?? '')) from -= 1;
    const after = words[at + 1]?.lower ?? '';
    const tail = sentence.to - at <= 8 || /^(?:on|in|as)$/.test(after);
    if (from > sentence.from && /^[,”"]$/.test(words[from - 1]?.text ?? '') && (tail || /^[,.”]$/.test(after))) {
      add([from, at], [at, at + 1], [sentence.from, from]);
      if (sentence.to - at > 12) add([from, at], [at, at + 1], [at + 1, sentence.to]);
    } else if (from < at) {
      let begin = at + 1;
      for (let next = at + 1; next < Math.min(sentence.to, at + 8); next += 1)
        if (words[next]?.lower === 'that') begin = next + 1;
      add([from, at], [at, at + 1], [begin, sentence.to]);
    }
  }
  return found;
}

/** A quotation standing alone after a sentence that ends in a colon, or before its speaker, is that speaker's. */
export function simpleAttributions(reading: Reading): Attribution[] {
  const all: Attribution[] = [];
  for (const [index, sentence] of reading.sentences.entries()) {
    const own = ofSentence(reading, sentence);
    const [previous, next] = [reading.sentences[index - 1], reading.sentences[index + 1]];
    const wholly = reading.quotations.find(
      ({ outer }) => outer.start <= sentence.start && outer.end >= sentence.end - 1,
    );
    if (own.length === 0 && wholly !== undefined) {
      const colon =
        previous && /^:$/.test(reading.words[previous.to - 1]?.text ?? '') ? ofSentence(reading, previous) : [];
      const said = next?.paragraph === sentence.paragraph ? ofSentence(reading, next) : [];
      const from = colon[0] ?? said[0] ?? all.at(-1);
      if (from !== undefined)
        all.push({ ...from, content: [{ start: sentence.start, end: sentence.end }], direct: true });
    }
    all.push(...own);
  }
  return all;
}
