// Renderings of one utterance, in one language, whose words differ.
import type { Evidence, EvidenceAssertion, EvidenceQuote } from '../../schema/evidence.ts';
import { groupBy, groupByEach } from '../../schema/lists.ts';
import { sameWords } from '../words.ts';
import { explainWords } from './explain.ts';
import { keysOf, type Ledger, quoteSide } from './ledger.ts';

interface Rendering {
  readonly words: string;
  readonly quotes: readonly EvidenceQuote[];
}

/** The renderings, without those that only leave out words at the ends of another. */
function fullest(quotes: readonly EvidenceQuote[]): Rendering[] {
  const byWords = groupBy(quotes, ({ text }) => sameWords(text));
  const all = [...byWords].map(([words, list]) => ({ words, quotes: list }));
  const isPart = ({ words }: Rendering): boolean =>
    all.some((other) => other.words.length > words.length && ` ${other.words} `.includes(` ${words} `));
  return all.filter((one) => !isPart(one)).sort((a, b) => (a.words < b.words ? -1 : 1));
}

/** More renderings than anybody sets side by side: beyond so many each is only set against the first. */
const mostPairs = 12;

/** Each two once. */
function pairsOf(renderings: readonly Rendering[]): [Rendering, Rendering][] {
  const firsts = renderings.length > mostPairs ? renderings.slice(0, 1) : renderings;
  return firsts.flatMap((one, at) => renderings.slice(at + 1).map((other): [Rendering, Rendering] => [one, other]));
}

/** One entry for each two renderings that differ, so that a further article with a third moves none. */
export function addWordings(ledger: Ledger, evidence: Evidence, assertions: readonly EvidenceAssertion[]): void {
  const saying = groupByEach(assertions, (one) => one.quotes);
  const quotes = [...saying.keys()].flatMap((key) => evidence.quotes.get(key) ?? []);
  const languages = groupBy(
    quotes.filter(({ utterance }) => utterance !== null),
    ({ utterance, lang }) => JSON.stringify([utterance, lang.split('-')[0]]),
  );
  for (const [about, list] of languages) {
    const of = ({ quotes }: Rendering) => quotes.flatMap(({ quote }) => saying.get(quote) ?? []);
    const questionsOf = (rendering: Rendering): string[] =>
      of(rendering).flatMap(({ claim }) => evidence.claims.get(claim)?.questionKey ?? []);
    const leastQuote = ({ quotes }: Rendering): EvidenceQuote | undefined =>
      [...quotes].sort((x, y) => (x.quote < y.quote ? -1 : 1))[0];
    for (const [first, other] of pairsOf(fullest(list))) {
      const [a, b] = [leastQuote(first), leastQuote(other)];
      const [here, there] = [questionsOf(first).sort(), new Set(questionsOf(other))];
      const questionKey = here.find((key) => there.has(key)) ?? here[0];
      if (a === undefined || b === undefined || questionKey === undefined) continue;
      ledger.add({
        type: 'wording',
        questionKey,
        a: quoteSide(a.quote, keysOf(of(first)).sort()),
        b: quoteSide(b.quote, keysOf(of(other)).sort()),
        explanation: explainWords('wording', [a.text, b.text]),
        claims: [...of(first), ...of(other)].map(({ claim }) => claim),
        about: [about, first.words, other.words],
      });
    }
  }
}
