// What a position is on: a plan named beside the stance word, or one that "it", "the move" or nothing at all points back to.
import type { Mention } from '../mentions/mention.ts';
import { stemOf } from '../mentions/stems.ts';
import type { Cue } from './cues.ts';
import { pointers, pointing, pronounsForPlans } from './plan-words.ts';
import type { Scene } from './scene.ts';
import { meeting } from './stance-words.ts';

export interface Target {
  plan: Mention;
  /** Words that the target stands in, for the span; absent where it is only pointed back to from nothing. */
  at?: { from: number; to: number };
  reason: string;
  score: number;
  /** Whether the words name it, and do not only point back. */
  outright: boolean;
  /** Another plan that the words may mean. */
  otherwise?: string;
}
/** Plans named before, the latest last, with the sentence they stood in. */
export interface PlanMemory {
  /** The plan that each holder's last position was on: who "is also reluctant" is so on the same. */
  byHolder: Map<string, Mention>;
  named: { plan: Mention; paragraph: number }[];
  /** Plans by the stem of a word of theirs, for "the invitation". */
  byStem: ReadonlyMap<string, readonly Mention[]>;
}

const stops =
  /^(?:but|while|whereas|because|although|though|which|who|when|after|before|since|unless|if|saying|adding|citing|;)$/;
const meets = new Set(meeting);
/** Paragraphs over which "the move" reaches back. */
const reach = 4;

const whole = (
  plan: Mention,
  reason: string,
  score: number,
  at?: { from: number; to: number },
  outright = false,
): Target => {
  const other = plan.candidates.find(({ key }) => key !== plan.key);
  return {
    plan,
    reason,
    score,
    outright,
    ...(at === undefined ? {} : { at }),
    ...(other === undefined ? {} : { otherwise: other.name }),
  };
};

function last(
  memory: PlanMemory,
  paragraph: number,
  fits: (plan: Mention) => boolean = () => true,
): Mention | undefined {
  return memory.named
    .filter((one) => paragraph - one.paragraph <= (one.plan.known ? reach : 1) && fits(one.plan))
    .at(-1)?.plan;
}

/** The plan that is spoken of: one named before in the paragraph, else the holders' own, else the last one named. */
function spokenOf(
  memory: PlanMemory,
  paragraph: number,
  holders: readonly string[],
): { plan: Mention; reason: string } | undefined {
  const here = memory.named.filter((one) => one.paragraph === paragraph).at(-1)?.plan;
  if (here !== undefined) return { plan: here, reason: 'named last before' };
  const own = holders.map((holder) => memory.byHolder.get(holder)).find((plan) => plan !== undefined);
  if (own !== undefined) return { plan: own, reason: 'on which a position of theirs was told before' };
  const plan = last(memory, paragraph);
  return plan && { plan, reason: 'named last before' };
}

/** "the move", "it", "the invitation" at a word, as a plan named before. */
function pointed(scene: Scene, at: number, memory: PlanMemory, holders: readonly string[]): Target | undefined {
  const { words, sentence } = scene;
  const [word, before] = [words[at], words[at - 1]];
  if (word === undefined) return undefined;
  const paragraph = sentence.paragraph;
  const place = { from: at, to: at + 1 };
  if (
    pronounsForPlans.has(word.lower) &&
    word.pos !== 'SCONJ' &&
    !(word.lower === 'that' && words[at + 1]?.pos !== 'PUNCT')
  ) {
    const found = spokenOf(memory, paragraph, holders);
    return found && whole(found.plan, `“${word.text}” is read as ${found.plan.name}, ${found.reason}`, 0.55, place);
  }
  if (word.pos !== 'NOUN') return undefined;
  const stem = stemOf(word.lower);
  const alike = memory.byStem.get(stem) ?? [];
  const points = [1, 2, 3].some(
    (back) => pointing.has(words[at - back]?.lower ?? '') || words[at - back]?.lower === "'s",
  );
  const mine =
    last(memory, paragraph, (plan) => alike.some(({ key }) => key === plan.key)) ??
    (alike.length === 1 ? alike[0] : undefined);
  if (mine !== undefined && !pointers.has(word.lower) && (mine.known || (points && words[at - 1]?.lower !== 'a'))) {
    return whole(mine, `“${word.text}” is read as ${mine.name}`, 0.6, place);
  }
  // "the move", "the mayor's new proposal".
  const apposed = before?.lower === 'a' && words[at - 2]?.text === ',';
  if (!pointers.has(word.lower) || !(points || apposed)) return undefined;
  const found =
    alike.length > 0 && mine !== undefined
      ? { plan: mine, reason: 'which goes by that word' }
      : spokenOf(memory, paragraph, holders);
  return (
    found &&
    whole(found.plan, `“${before?.text ?? ''} ${word.text}” is read as ${found.plan.name}, ${found.reason}`, 0.6, place)
  );
}

/** "endorsed her", "supports Norland in the talks": somebody is the object, not a plan. */
function isSomebody(scene: Scene, at: number, cue: Cue): boolean {
  const [word, next] = [scene.words[at], scene.words[at + 1]];
  if (cue.kind !== 'verb' || word === undefined) return false;
  if (/^(?:him|them|me|us|you|himself|herself|themselves)$/.test(word.lower) && word.text !== 'US') return true;
  if (word.lower === 'her') return !/^(?:NOUN|ADJ|PROPN|VERB|NUM)$/.test(next?.pos ?? '');
  const party = scene.partyAt.get(at);
  return (
    party?.from === at &&
    party.role === 'plain' &&
    party.actors.length > 0 &&
    party.anaphor === undefined &&
    !scene.plans.some((plan) => plan.from < party.to + 4 && plan.to > party.from)
  );
}

/** The plan after the stance word, in the same clause. */
function after(scene: Scene, cue: Cue, memory: PlanMemory, holders: readonly string[]): Target | undefined {
  const { words, sentence } = scene;
  let back: Target | undefined;
  for (let at = cue.to; at < Math.min(sentence.to, cue.to + 18); at += 1) {
    const word = words[at];
    if (word === undefined || stops.test(word.lower)) break;
    const plan = scene.plans.find((one) => one.from <= at && at < one.to);
    if (plan !== undefined) {
      // "the idea of inviting …" is the invitation; "the move, … the membership" is not one phrase.
      if (back !== undefined && at - (back.at?.to ?? 0) > 3) return back;
      return whole(plan, plan.candidates[0]?.reason ?? 'named after it', plan.score, plan, true);
    }
    if (word.text === ',' && back !== undefined) return back;
    if (at <= cue.to + 2 && isSomebody(scene, at, cue)) return undefined;
    if (
      at > cue.to + 3 &&
      scene.cues.some((other) => other.from === at && other.stance !== cue.stance && other.kind !== 'noun')
    )
      break;
    // "oppose it": a pronoun further on is somebody or something else.
    const isFar = pronounsForPlans.has(word.lower) && at > cue.to + 1;
    if (!isFar) back ??= pointed(scene, at, memory, holders);
  }
  return back;
}

/** The plan before it: of a passive verb, or of a noun that a plan "faces". */
function before(scene: Scene, cue: Cue, memory: PlanMemory, holders: readonly string[]): Target | undefined {
  const { sentence } = scene;
  let back: Target | undefined;
  for (let at = cue.from - 1; at >= Math.max(sentence.from, cue.from - 30); at -= 1) {
    if (/^[;]$/.test(scene.words[at]?.text ?? '')) break;
    if (scene.aside(at, cue.from)) continue;
    const plan = scene.plans.find((one) => one.from <= at && at < one.to);
    if (plan !== undefined)
      return back ?? whole(plan, plan.candidates[0]?.reason ?? 'named before it', plan.score, plan, true);
    const found = pointed(scene, at, memory, holders);
    if (found !== undefined && !pronounsForPlans.has(scene.words[at]?.lower ?? '')) back ??= found;
  }
  return back;
}

/** Stance words that need no object to be understood: "Spain is also resisting." */
const clear = new Set(
  'resist resists resisted resisting oppose opposes opposed opposing balk balks balked balking reluctant hesitant object objects objected objecting objections resistance opposition reservations hide hiding hides hid shelter avoid avoids avoiding skeptical sceptical'.split(
    ' ',
  ),
);

/** `holders` are the keys of whose position it is. */
export function targetOf(
  scene: Scene,
  cue: Cue,
  passive: boolean,
  memory: PlanMemory,
  holders: readonly string[],
): Target | undefined {
  const meetsIt = cue.kind === 'noun' && meets.has(scene.words[cue.from - 1]?.lower ?? '');
  const ways =
    passive && (cue.kind === 'verb' || meetsIt) ? [before] : cue.kind === 'noun' && passive ? [after, before] : [after];
  for (const way of ways) {
    const found = way(scene, cue, memory, holders);
    if (found === undefined) continue;
    if (cue.weak && !found.plan.known) return undefined;
    if (cue.weak && !passive && !(found.outright && found.score > 0.5 && Math.abs((found.at?.from ?? 0) - cue.to) <= 4))
      return undefined;
    return found;
  }
  const bare = cue.kind === 'noun' && /^[,.;]$/.test(scene.words[cue.to]?.text ?? '');
  // An object that is no plan we know: the position is on that.
  const next = scene.words[cue.to];
  const follows = next !== undefined && !/^(?:PUNCT|CCONJ|SCONJ|ADV|AUX|ADP)$/.test(next.pos);
  const asked =
    /^(?:to|of|about|for|over|on)$/.test(scene.words[cue.to - 1]?.lower ?? '') ||
    /^(?:to|of|about|for|over)$/.test(next?.lower ?? '');
  if (cue.kind !== 'noun' && cue.stance !== 'defers' && (follows || asked)) return undefined;
  if (cue.kind === 'noun' && asked) return undefined;
  if (cue.weak || !(bare || clear.has(scene.words[cue.from]?.lower ?? ''))) return undefined;
  const found = spokenOf(memory, scene.sentence.paragraph, holders);
  return (
    found && whole(found.plan, `the sentence does not name it; taken as ${found.plan.name}, ${found.reason}`, 0.45)
  );
}
