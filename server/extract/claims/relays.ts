// Where a text passes on what another outlet reported: "Politico reported", "told Babel", "(AP)", "the outlet said".
import { outletNouns } from '../mentions/institution-words.ts';
import type { Mention } from '../mentions/mention.ts';
import type { Reading, Words } from '../reading/reading.ts';
import type { DateFound } from './dates.ts';

export interface RelayFound {
  sentence: number;
  outlet: { key: string; name: string };
  /** The words that say so, the outlet's name among them. */
  how: Words;
  /** The outlet's name, or what stands for it. */
  name: Words;
  date?: DateFound;
  interview: boolean;
  /** The article's own outlet: it reports itself. */
  own: boolean;
  score: number;
  reason: string;
}

/** What stands straight before the outlet's name. */
const before: readonly (readonly [pattern: RegExp, words: number, reason: string])[] = [
  [/\baccording to(?: (?:a|the) (?:report|article|story|interview) (?:by|in|from))?$/, 6, '“according to” before it'],
  [/\bper$/, 1, '“per” before it'],
  [
    /\b(?:as )?(?:first |earlier |previously )?(?:reported|revealed|published) (?:by|in)$/,
    4,
    '“reported by” before it',
  ],
  [
    /\b(?:cited|quoted|seen|obtained|reviewed|interviewed|carried|attended) by$/,
    2,
    '“cited by”, “seen by” or the like before it',
  ],
  [/\b(?:cited|quoted) in$/, 2, '“quoted in” before it'],
  [/\bciting$/, 1, '“citing” before it'],
  [/\b(?:told|tells|telling|informed)$/, 1, '“told” before it'],
  [
    /\b(?:spoke|speaks|speaking|spoken|talked|talking|confirmed|confirmed this) (?:with|to)$/,
    3,
    '“spoke to” before it',
  ],
  [
    /\b(?:in )?(?:an |a |her |his |its |their )?(?:exclusive )?(?:interview|comments?|remarks|statement|conversation|letter) (?:with|to|for|given to)$/,
    6,
    'an interview with it, or a comment to it',
  ],
];
const reporting =
  /^(?:has |had |have |also |earlier |later |first |exclusively |separately |previously |on \w+ )*(?:reported|reports|reporting|says|said|wrote|writes|revealed|reveals|noted|notes|commented|pointed out|learned|learnt|quoted|quotes|cited|cites|added|adds|claimed|stated|writes|quoting|citing)\b/;
const anaphor =
  /^(?:the|this) (?:outlet|newspaper|paper|daily|weekly|magazine|broadcaster|agency|website|publication|network|report|channel|portal)$/;

function describe(words: readonly { lower: string }[], from: number, to: number): string {
  return words
    .slice(Math.max(0, from), to)
    .map(({ lower }) => lower)
    .join(' ');
}

/** How a name at `name` is made a relay; the words that do, or undefined. */
function wayOf(
  { words }: Reading,
  name: Words,
  first: number,
  end: number,
): { how: Words; reason: string } | undefined {
  // "cited by the public broadcaster Lumen": what it is called stands between.
  let at = name.from;
  while (
    at > first &&
    name.from - at < 5 &&
    (/^(?:the|a|an|'s)$/.test(words[at - 1]?.lower ?? '') ||
      outletNouns.has(words[at - 1]?.lower ?? '') ||
      words[at - 1]?.pos === 'ADJ')
  )
    at -= 1;
  const left = describe(words, Math.max(first, at - 8), at);
  for (const [pattern, , reason] of before) {
    const match = pattern.exec(left);
    if (match === null) continue;
    return { how: { from: at - match[0].split(' ').length, to: name.to }, reason };
  }
  const open = words[name.from - 1]?.text;
  if (open === '(' && words[name.to]?.text === ')')
    return { how: { from: name.from - 1, to: name.to + 1 }, reason: 'its name in brackets as a credit' };
  const next =
    words[name.to]?.text === ',' && /^(?:citing|quoting)$/.test(words[name.to + 1]?.lower ?? '')
      ? name.to + 1
      : name.to;
  const right = describe(words, next, Math.min(end, next + 6));
  const match = reporting.exec(right);
  if (match === null) return undefined;
  return { how: { from: name.from, to: next + match[0].split(' ').length }, reason: `“${match[0]}” after it` };
}

/** All relays of a text in order; `own` is the key of the outlet that published it. */
export function relaysIn(
  reading: Reading,
  actors: readonly Mention[],
  dates: readonly DateFound[],
  own: string | undefined,
): RelayFound[] {
  const { words, sentences } = reading;
  const outlets = new Map<number, Mention[]>();
  for (const mention of actors) {
    if (mention.type !== 'Outlet') continue;
    const sentence = words[mention.from]?.sentence ?? 0;
    outlets.set(sentence, [...(outlets.get(sentence) ?? []), mention]);
  }
  const datesOf = new Map<number, DateFound[]>();
  for (const date of dates) datesOf.set(date.sentence, [...(datesOf.get(date.sentence) ?? []), date]);
  const found: RelayFound[] = [];
  let last: RelayFound | undefined;
  for (const [index, sentence] of sentences.entries()) {
    const names: { words: Words; outlet: { key: string; name: string }; score: number; reason?: string }[] = (
      outlets.get(index) ?? []
    ).map(({ from, to, key, name, score }) => ({ words: { from, to }, outlet: { key, name }, score }));
    const recent =
      last !== undefined && sentence.paragraph - (sentences[last.sentence]?.paragraph ?? 0) <= 2 ? last : undefined;
    for (let at = sentence.from; recent !== undefined && at + 1 < sentence.to; at += 1) {
      const pair = describe(words, at, at + 2);
      const isIt =
        at === sentence.from &&
        /^it (?:says|said|reports|reported|adds|added|writes|wrote|quotes|quoted|cites|cited)$/.test(pair);
      if (!anaphor.test(pair) && !isIt) continue;
      const to = isIt ? at + 1 : at + 2;
      if (names.some((one) => at < one.words.to && to > one.words.from)) continue;
      const reason = `“${isIt ? 'it' : pair}” is read as ${recent.outlet.name}, relayed last before`;
      names.push({ words: { from: at, to }, outlet: recent.outlet, score: 0.7, reason });
    }
    for (const { words: name, outlet, score, reason } of names.sort((a, b) => a.words.from - b.words.from)) {
      const way = wayOf(reading, name, sentence.from, sentence.to);
      if (way === undefined) continue;
      const [start, end] = [
        words[way.how.from]?.start ?? 0,
        words[Math.min(way.how.to + 6, sentence.to) - 1]?.end ?? 0,
      ];
      const date = (datesOf.get(index) ?? []).find(
        (one) => one.start >= start - 30 && one.end <= end && one.precision === 'day',
      );
      const relay: RelayFound = {
        sentence: index,
        outlet,
        how: way.how,
        name,
        ...(date === undefined ? {} : { date }),
        interview: /interview/.test(describe(words, sentence.from, sentence.to)),
        own: outlet.key === own,
        score: Number((0.95 * Math.sqrt(score)).toFixed(2)),
        reason: reason === undefined ? `${outlet.name}: ${way.reason}` : `${reason}; ${way.reason}`,
      };
      found.push(relay);
      if (!relay.own) last = relay;
    }
  }
  return found;
}
