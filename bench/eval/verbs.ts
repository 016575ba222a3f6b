// The plain peer: regular expressions around 40 reporting verbs, a few for each sentence, and quotations that go on after one.
import { codePointsOf, type Range } from '../../server/extract/text/code-points.ts';
import type { Predicted } from './predictions.ts';

/** The present, the past and the -ing form of 40 verbs of reporting. */
const verbs =
  'say(?:s|ing)?|said|tell(?:s|ing)?|told|add(?:s|ed|ing)?|ask(?:s|ed|ing)?|writ(?:es?|ing)|wrote|argu(?:es?|ed|ing)|claim(?:s|ed|ing)|announc(?:es?|ed|ing)|stated|stating|not(?:es|ed|ing)|explain(?:s|ed|ing)?|warn(?:s|ed|ing)?|insist(?:s|ed|ing)?|suggest(?:s|ed|ing)?|reported|tweeted|tweeting|believ(?:es?|ed|ing)|think(?:s|ing)?|thought|den(?:y|ies|ied|ying)|repl(?:ies|ied)|responded|call(?:s|ed|ing)|promis(?:ed|ing)|confirm(?:s|ed|ing)?|declar(?:es?|ed|ing)|predict(?:s|ed|ing)?|acknowledg(?:es?|ed|ing)|admit(?:s|ted|ting)?|urg(?:es?|ed|ing)|vow(?:s|ed|ing)?|pledg(?:es|ed|ing)|accus(?:es?|ed|ing)|describ(?:es?|ed|ing)|show(?:s|ed)|expect(?:s|ed)?|hop(?:es?|ed|ing)|want(?:s|ed)?|criticiz(?:es?|ed|ing)|know(?:s)?|knew|demand(?:ed|ing)';
const helpers =
  '(?:(?:has|have|had|would|will|did|does|do|is|was|are|were|not|also|later|recently|then|once|repeatedly|previously|reportedly|even|publicly|often|already|still|since|long|be|been|being)\\s)*';
const cue = `(?<cue>${helpers}(?:${verbs}))`;
/** A quotation: its inside is blanked before sentences are told apart. */
const quotations = /“[^“”]*(?:”|$)|''(?:(?!'').)*(?:''|$)|"[^"]*(?:"|$)/gsu;
const sentenceEnds =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Jr|Sr|St|U\.S|D|R|vs|[A-Z]))(?:[.!?](?:['’”"]{1,2})?|\.['”"]{1,2})\s+(?=[A-Z“"'‘])/gu;
const open = `(?:“|"|'')`;
const shut = `(?:”|"|'')`;
/** Content first: "…," she said; …, said the mayor; … Read from the end of the content. */
const after = new RegExp(
  `^(?<content>.{8,}?(?:[,?!—-]${shut}|,|${shut}))\\s(?:(?<source>[^,;:“”"]{1,60}?(?:,\\s[^,;:“”"]{2,70},)?)\\s${cue}(?:\\s(?:(?:the|a|an|his|her|their)\\s)?\\S+(?:\\s[A-Z]\\S*)*)?|(?<cue2>said|says|asked|wrote|writes|added|reported|tweeted|explained|according to)\\s(?<source2>[^;:“”"]{2,90}?))(?=[.,;:]|\\s(?:in|on|at|to|during|of|when|after|before|as|while)\\s|$)(?<rest>.*)$`,
  'dsu',
);
const according = /^(?<cue>According to)\s(?<source>[^;:“”"]{2,90}?),\s(?<content>.{8,})$/dsu;
/** Source first, wherever a clause begins; the content goes on to the end of the sentence. */
const before = new RegExp(
  `(?:^|[,;:—–-]\\s?|\\s(?:and|but|that|as|while|because|when|after|although|though|if|what|where|than|for|the way)\\s)(?<source>(?!(?:and|but|that|as|while|because|when|after|to|in|on|at|of|for|by|with|from)\\s)(?:[^\\s,;:“”"]+\\s){0,8}?[^\\s,;:“”"]+(?:,\\s[^;:“”"]{2,90}?,)?)\\s${cue}(?=\\s|[,:])(?:(?:\\s(?:reporters|CNN|NBC|MSNBC|Fox News|POLITICO|voters|supporters|the crowd|him|her|them|me))|(?:\\s(?:in|on|at|to|of|during)\\s[^,;:“”"]{2,40}))?(?:[,:]?\\s(?<content>.{8,})|:\\s*)$`,
  'dsu',
);
const quotation = new RegExp(`^${open}`, 'u');
/** Characters of a sentence that are looked at: backtracking on more would take too long. */
const longest = 1_000;
const pieces = new RegExp(`${open}[^“”"]+(?:${shut}|$)`, 'gsu');

interface Found {
  source: Range[];
  cue: Range[];
  content: Range[];
}

/** Sentences of a paragraph, ends exclusive; a full stop within a quotation ends none but at its end. */
function* sentencesOf(paragraph: string): Generator<[number, number]> {
  const blanked = paragraph.replace(quotations, (quotation) =>
    quotation.slice(0, -2).replace(/[.!?]/g, '·').concat(quotation.slice(-2)),
  );
  let start = 0;
  for (const { index, 0: end } of blanked.matchAll(sentenceEnds)) {
    yield [start, index + end.trimEnd().length];
    start = index + end.length;
  }
  yield [start, paragraph.length];
}

/** Attributions of an English text, by what stands around verbs of reporting. */
export function byVerbs(text: string): Predicted[] {
  const points = codePointsOf(text);
  const all: Found[] = [];
  /** One that ended in a colon: a quotation in the next paragraph is its content. */
  let open: Found | undefined;
  for (const { index: offset, 0: paragraph } of text.matchAll(/[^\n]+/g)) {
    let last: Found | undefined = open;
    open = undefined;
    for (const [start, end] of sentencesOf(paragraph)) {
      const range = (from: number, to: number): Range => ({
        start: points.fromUnits(offset + start + from),
        end: points.fromUnits(offset + start + to),
      });
      const sentence = paragraph.slice(start, Math.min(end, start + longest));
      const found = inSentence(sentence, range);
      if (found !== undefined) {
        if (found.content.length > 0) all.push(found);
        last = found;
      } else if (last !== undefined && quotation.test(sentence)) {
        if (last.content.length === 0) all.push(last);
        last.content.push(range(0, sentence.length));
      } else last = undefined;
      if (last?.content.length === 0) open = last;
    }
  }
  return all;
}

function inSentence(sentence: string, range: (from: number, to: number) => Range): Found | undefined {
  for (const pattern of [according, after, before]) {
    const groups = groupsOf(pattern, sentence);
    if (groups === undefined) continue;
    const [from, to] = groups.rest ?? [0, 0];
    // Without a quotation the words on the left are content only where little follows.
    if (pattern === after && to - from > 60 && !/[”"]|''/.test(sentence.slice(0, from))) continue;
    const one = (...names: string[]): Range[] => {
      const at = names.map((name) => groups[name]).find((group) => group !== undefined);
      return at === undefined ? [] : [range(...at)];
    };
    const found = { source: one('source', 'source2'), cue: one('cue', 'cue2'), content: one('content') };
    for (const { index, 0: piece } of sentence.slice(from, to).matchAll(pieces))
      found.content.push(range(from + index, from + index + piece.length));
    return found;
  }
  return undefined;
}

type Groups = Record<string, [number, number] | undefined>;

function groupsOf(pattern: RegExp, sentence: string): Groups | undefined {
  return pattern.exec(sentence)?.indices?.groups as Groups | undefined;
}
