// Whose position a stance word states: its subject, its "by" or "from", or whoever has it.

import type { Cue } from './cues.ts';
import type { Party } from './party.ts';
import type { Scene } from './scene.ts';
import { having } from './stance-words.ts';

export interface Subject {
  party: Party;
  /** Further parties of the same position: "… include A, and also B". */
  also: readonly Party[];
  reason: string;
  passive: boolean;
  /** How sure the rule is. */
  score: number;
}

/** Between a subject and its verb: auxiliaries, and verbs that only lead over to another. */
const leading = new Set(
  `have has had having do does did is are was were be been being will would can could may might should must to not n't never no
   longer neither also still now currently reportedly already both all therefore so then often long yet even thus '’ ll 'll 'd d 've 've
   start starts started starting begin begins began beginning continue continues continued continuing seem seems seemed
   appear appears appeared remain remains remained agree agreed agrees vow vowed vows pledge pledged promise promised decide
   decided plan plans planned expected expect want wants wanted intend intends intended prefer prefers choose chose try tries tried
   attempt attempts attempted known said believed understood thought likely set ready prepared willing going due about
   among and but or come comes came help helped tend tends move moved moves vote voted voting known " “ ” more very strongly firmly
   deeply openly publicly reaffirmed reiterated repeated`.split(/\s+/),
);
const copulas = new Set(
  'is are was were be been being remain remains remained seem seems seemed appear appears appeared become became stay stays stayed feel feels felt get grew grow'.split(
    ' ',
  ),
);
const having_ = new Set(having);
const isSubject = ({ role }: Party): boolean => role === 'plain';

/** Looks left over auxiliaries and adverbs for a party; commas and asides are passed over. */
function leftOf(scene: Scene, cue: Cue): { party: Party; direct: boolean } | undefined {
  const { words, sentence, partyAt } = scene;
  let direct = true;
  for (let at = cue.from - 1; at >= sentence.from && cue.from - at <= 60; at -= 1) {
    const word = words[at];
    if (word === undefined) return undefined;
    if (/^[;:]$/.test(word.text)) return undefined;
    const party = partyAt.get(at);
    if (scene.aside(at, cue.from)) continue;
    if (party === undefined) {
      if (!leading.has(word.lower) && word.pos !== 'ADV' && word.text !== ',') direct = false;
      continue;
    }
    at = party.from;
    if (party.anaphor === 'who') {
      const before = scene.parties
        .filter(({ to, anaphor, role }) => to <= party.from && anaphor !== 'who' && role !== 'adjective')
        .at(-1);
      // "who" goes with what stands straight before it: "those who" are nobody named.
      const gap = before === undefined ? 'none' : scene.words_(before.to, party.from);
      return before !== undefined && (gap === '' || gap === ',') ? { party: before, direct } : undefined;
    }
    const before = words[party.from - 1];
    const afterThe = before?.lower === 'the' ? words[party.from - 2] : before;
    if (isSubject(party)) {
      // What follows a verb straight is its object, unless that verb says something: "Politico reported Germany opposes".
      if (direct || afterThe?.pos !== 'VERB' || party.anaphor !== undefined || cue.form !== 'ing')
        return { party, direct };
    } else if (
      direct &&
      party.role === 'oblique' &&
      /^(?:among|like|including|as|than|that|by)$/.test(party.preposition)
    ) {
      return { party, direct };
    } else if (party.role === 'oblique' && cue.kind === 'adjective' && direct && !copulaBetween(scene, party, cue)) {
      return { party, direct };
    }
    direct = false;
  }
  return undefined;
}

function copulaBetween({ words }: Scene, party: Party, cue: Cue): boolean {
  for (let at = party.to; at < cue.from; at += 1) if (copulas.has(words[at]?.lower ?? '')) return true;
  return false;
}

/** The party that begins within a few words of `at`, only light words between. */
function rightOf({ words, parties, sentence }: Scene, at: number, allowed: RegExp): Party | undefined {
  const party = parties.find(({ from, role }) => from >= at && role !== 'adjective');
  if (party === undefined || party.from - at > 9 || party.from >= sentence.to) return undefined;
  const between = words
    .slice(at, party.from)
    .map(({ lower }) => lower)
    .join(' ');
  return allowed.test(between) ? party : undefined;
}

/** "countries reluctant to … include A and B, as well as C"; "A and B are among the countries opposing". */
function includedBy(scene: Scene, cue: Cue): Party[] {
  const { words, sentence } = scene;
  for (let at = cue.to; at < Math.min(sentence.to, cue.to + 14); at += 1) {
    if (!/^(?:include|includes|included|are|were)$/.test(words[at]?.lower ?? '')) continue;
    const first = scene.parties.find(({ from }) => from > at && from <= at + 3);
    if (first === undefined || first.actors.length === 0) return [];
    const more = scene.parties.filter(
      ({ from, actors }) =>
        from > first.to &&
        actors.length > 0 &&
        /(?:as well as|and also|along with|, and)(?: the)?$/.test(scene.words_(from - 4, from)),
    );
    return [first, ...more];
  }
  return [];
}

function beforeAmong(scene: Scene, party: Party): Party | undefined {
  if (!/\bamong (?:the |those |several |some |at least )*$/.test(`${scene.words_(party.from - 5, party.from)} `))
    return undefined;
  const before = scene.parties
    .filter(({ to, role }) => to <= party.from && (role === 'plain' || role === 'oblique'))
    .at(-1);
  return before !== undefined && party.from - before.to <= 6 ? before : undefined;
}

function ofVerb(scene: Scene, cue: Cue): Subject | undefined {
  const { words } = scene;
  const next = words[cue.to]?.lower;
  const participle = cue.form === 'past' || cue.form === 'participle';
  if (participle) {
    const agent = next === 'by' || (words[cue.to]?.pos === 'ADV' && words[cue.to + 1]?.lower === 'by');
    const party = agent
      ? rightOf(scene, cue.to, /^(?:\w+ly )?by(?: (?:the|both|all|a|an|outgoing|former))*$/)
      : undefined;
    if (party !== undefined)
      return { party, also: [], reason: 'after “by”, the verb being passive', passive: true, score: 0.9 };
    if (agent) return undefined;
    // "is opposed", "was supported" without anybody named says nothing of who does.
    if (/\b(?:is|are|was|were|be|been|being|get|gets|got)(?: \w+ly)?$/.test(scene.words_(cue.from - 3, cue.from)))
      return undefined;
  }
  const left = leftOf(scene, cue);
  if (left === undefined) return undefined;
  const reason = left.direct ? 'the subject of the verb' : 'the nearest party before the verb';
  const among = beforeAmong(scene, left.party);
  if (among !== undefined)
    return { party: left.party, also: [among], reason: 'named as being among them', passive: false, score: 0.85 };
  const included = cue.form === 'ing' ? includedBy(scene, cue) : [];
  return { party: left.party, also: included, reason, passive: false, score: left.direct ? 0.9 : 0.6 };
}

function ofAdjective(scene: Scene, cue: Cue): Subject | undefined {
  const left = leftOf(scene, cue);
  if (left === undefined) return undefined;
  const copula = copulaBetween(scene, left.party, cue);
  if (!copula && !left.direct) return undefined;
  const among = beforeAmong(scene, left.party);
  if (among !== undefined)
    return { party: left.party, also: [among], reason: 'named as being among them', passive: false, score: 0.85 };
  const also = copula ? [] : includedBy(scene, cue);
  const reason = copula ? 'said to be so' : 'the words straight after it describe it';
  return { party: left.party, also, reason, passive: false, score: left.direct ? 0.85 : 0.6 };
}

function ofNoun(scene: Scene, cue: Cue): Subject | undefined {
  const { words } = scene;
  const from = rightOf(
    scene,
    cue.to,
    /^(?:\w+ ){0,3}(?:from|among|within|by|of|shown by|voiced by|expressed by|on the part of|in)(?: (?:the|both|many|several|a|an))*$/,
  );
  const preposition = from === undefined ? '' : scene.words_(cue.to, from.from);
  if (from !== undefined && !/\b(?:of|in)\b/.test(preposition))
    return { party: from, also: [], reason: `after “${preposition}”`, passive: true, score: 0.85 };
  const owner = scene.parties.filter(({ to, role }) => to <= cue.from && role !== 'plain').at(-1);
  if (owner !== undefined && cue.from - owner.to <= 4 && (owner.role === 'possessive' || owner.role === 'adjective')) {
    const between = words.slice(owner.to, cue.from);
    const light = between.every(
      ({ lower, pos }) => lower === "'s" || lower === "'" || pos === 'ADJ' || pos === 'ADV' || pos === 'NOUN',
    );
    if (light) return { party: owner, also: [], reason: 'whose it is said to be', passive: false, score: 0.8 };
  }
  let at = cue.from - 1;
  while (
    cue.from - at <= 5 &&
    !having_.has(words[at]?.lower ?? '') &&
    /^(?:ADJ|DET|ADV|NUM)$/.test(words[at]?.pos ?? '')
  )
    at -= 1;
  if (!having_.has(words[at]?.lower ?? '')) return undefined;
  const left = leftOf(scene, { ...cue, from: at });
  if (left === undefined) return undefined;
  return {
    party: left.party,
    also: [],
    reason: `who “${words[at]?.text ?? ''}” it`,
    passive: false,
    score: left.direct ? 0.85 : 0.6,
  };
}

/** Undefined where the sentence does not say whose position it is. */
export const subjectOf = (scene: Scene, cue: Cue): Subject | undefined =>
  cue.kind === 'verb' ? ofVerb(scene, cue) : cue.kind === 'adjective' ? ofAdjective(scene, cue) : ofNoun(scene, cue);
