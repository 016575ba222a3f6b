// The plain peer: a regular expression with 40 reporting verbs. The clause on one side is the content, the words on the other the source.
import { indexText } from '../../server/extract/text/indexed.ts';
import type { Predicted } from './predictions.ts';

const verbs =
  'said says told tells added adds asked asks wrote writes argued argues claimed claims announced announces stated states noted notes explained explains warned warns insisted insists suggested suggests reported reports tweeted believes thinks denied denies replied responded called promised confirmed declared'.split(
    ' ',
  );
const before = new RegExp(`(?<source>[^,;:“”"]{2,80}?)\\s(?<cue>${verbs.join('|')}),?\\s(?<content>.{8,})$`, 'su');
const after = new RegExp(
  `^(?<content>.{8,}[,”"?!])\\s(?:(?<source>[^,;:“”"]{2,60}?)\\s(?<cue>${verbs.join('|')})|(?<cue2>${verbs.join('|')})\\s(?<source2>[^,;:“”"]{2,60}?))(?=[.,;]|\\s(?:in|on|at|to|during)\\s|$)`,
  'su',
);
const according = /^(?<content>.{8,}),?\s(?<cue>according to)\s(?<source>[^,;:.]{2,80})/su;

/** At most one attribution a sentence; sentences beyond so many characters are passed over, as backtracking would take too long. */
const longest = 1_000;

type Groups = Record<string, [number, number] | undefined>;

export function byVerbs(text: string): Predicted[] {
  const { tokens, sentences, points } = indexText(text);
  return sentences.flatMap((first, number) => {
    const start = tokens[first]?.start ?? 0;
    const end = tokens[(sentences[number + 1] ?? tokens.length) - 1]?.end ?? start;
    const sentence = text.slice(start, end);
    if (sentence.length > longest) return [];
    for (const pattern of [after, according, before]) {
      const groups = new RegExp(pattern, `${pattern.flags}d`).exec(sentence)?.indices?.groups as Groups | undefined;
      if (!groups) continue;
      const range = (...names: string[]) => {
        const found = names.map((name) => groups[name]).find((group) => group !== undefined);
        return found ? [{ start: points.fromUnits(start + found[0]), end: points.fromUnits(start + found[1]) }] : [];
      };
      return [{ source: range('source', 'source2'), cue: range('cue', 'cue2'), content: range('content') }];
    }
    return [];
  });
}
