// Positions that a text states: holder, stance and plan, with what negates, hedges or dates them.
import type { Word } from '../reading/reading.ts';
import { resolve } from './anaphora.ts';
import type { Cue } from './cues.ts';
import { holdersOf, organizationIn } from './holders.ts';
import { ofEvaluations } from './judgements.ts';
import { hedgeIn, modalityOf } from './modality.ts';
import { framed, type Judged, negated, negationBefore } from './negation.ts';
import type { Scene } from './scene.ts';
import { type Memory, type SpeakerOf, type StanceFound, unite } from './stance.ts';
import { subjectOf } from './subjects.ts';
import { targetOf } from './targets.ts';

const outer =
  /^(?:reluctant|hesitant|refuse|refuses|refused|refusing|hesitate|hesitates|hesitated|not|unwilling|unready|stop|stops|stopped|stopping|reluctance|object|objects|objected)$/;

/** The stance word that governs this one: "reluctant to support", "refused to back". */
function governor(scene: Scene, cue: Cue): Cue | undefined {
  return scene.cues.find(
    (other) =>
      other.to <= cue.from &&
      cue.from - other.to <= 4 &&
      outer.test(scene.words[other.from]?.lower ?? '') &&
      /^(?:to|of)(?: \w+ly)?$/.test(
        scene.words_(
          scene.words[other.to - 1]?.lower === 'to' || scene.words[other.to - 1]?.lower === 'of'
            ? other.to - 1
            : other.to,
          cue.from,
        ),
      ),
  );
}

const lower = (words: readonly Word[]): string => words.map((word) => word.lower).join(' ');
function ofCue(scene: Scene, cue: Cue, memory: Memory): StanceFound[] {
  const { words, sentence } = scene;
  // "refused to rule out": what is refused decides.
  if (/^refus/.test(words[cue.from]?.lower ?? '') && scene.cues.some((other) => governor(scene, other) === cue))
    return [];
  const over = governor(scene, cue);
  if (over !== undefined && !/^refus/.test(words[over.from]?.lower ?? '')) return [];
  const subject = subjectOf(scene, over ?? cue);
  if (subject === undefined) return [];
  const { party } = subject;
  const inside = scene.parties.filter(({ to }) => to <= party.from);
  const held = holdersOf(subject, memory, inside, organizationIn(scene));
  if (held.length === 0) return [];
  const target = targetOf(
    scene,
    cue,
    subject.passive,
    memory.plans,
    held.map(({ holder }) => holder.key),
  );
  if (target === undefined) return [];
  const start = Math.max(sentence.from, Math.min(party.from, cue.from));
  const clause = words.slice(
    party.from < cue.from ? party.to : cue.from - 1 > sentence.from ? sentence.from : cue.from,
    cue.from,
  );
  const neither = party.from < cue.from && /\bneither(?: of)?(?: the)?$/.test(scene.words_(start - 3, start));
  const governed = over ?? cue;
  const negation = neither ? 'neither' : negationBefore(words, governed.from, sentence.from);
  const first =
    cue.stance === 'noncommittal' && /^(?:not|haven't)$/.test(words[cue.from]?.lower ?? '') ? undefined : negation;
  // Who refuses to support opposes; who refuses to rule out denies that it opposes.
  const flipped: Judged | undefined =
    over !== undefined && cue.stance === 'opposes' ? { stance: 'opposes', mode: 'denies' } : undefined;
  const judged = flipped ?? negated(over === undefined ? cue.stance : 'opposes', first);
  const end = Math.min(sentence.to, Math.max(cue.to, target.at?.to ?? cue.to) + 6);
  const { modality, reason: why } = modalityOf(
    lower(clause.slice(-14)),
    scene.words_(cue.to, end),
    scene.words_(start - 6, cue.from),
  );
  const frame =
    framed(scene.words_(start - 9, start)) ??
    (cue.form === 'ing' ? framed(scene.words_(cue.from - 4, cue.from)) : undefined);
  const asks = words[sentence.to - 1]?.text === '?' ? ('questions' as const) : undefined;
  const mode = frame === 'denies' && judged.mode === 'denies' ? 'asserts' : (asks ?? frame ?? judged.mode);
  const hedge =
    hedgeIn(words.slice(party.from < cue.from ? start : cue.from, Math.max(cue.to, cue.from + 1))) ?? undefined;
  const behind =
    cue.stance === 'defers' ? scene.parties.find(({ from }) => from >= cue.to && from <= cue.to + 3) : undefined;
  const shield = behind && resolve(behind, [...memory.parties, ...scene.parties.filter(({ to }) => to <= behind.from)]);
  const place = unite(cue, over, party, ...subject.also, target.at, shield && behind);
  const wording = { from: Math.min(over?.from ?? cue.from, negationStart(words, governed.from, negation)), to: cue.to };
  return held.map(({ holder, count, includes }) => ({
    ...place,
    sentence: scene.index,
    cue,
    holder,
    ...(count === undefined ? {} : { count }),
    includes,
    target,
    stance: judged.stance,
    shieldedBy: shield?.actors ?? [],
    mode,
    modality,
    ...(hedge === undefined ? {} : { hedge }),
    wording,
    score: Number((subject.score * Math.sqrt(target.score * holder.score)).toFixed(2)),
    reasons: [
      `“${words
        .slice(cue.from, cue.to)
        .map(({ text }) => text)
        .join(' ')}” says ${judged.stance}`,
      ...(judged.reason === undefined ? [] : [judged.reason]),
      `${holder.name}: ${subject.reason}${count === undefined ? '' : `; ${count.reason}`}`,
      ...(/ is read as /.test(holder.reason) ? [holder.reason] : []),
      `${target.plan.name}: ${target.reason}`,
      ...(why === undefined ? [] : [`${modality}: ${why}`]),
    ],
  }));
}

function negationStart(words: readonly Word[], at: number, negation: string | undefined): number {
  if (negation === undefined || negation === 'neither') return at;
  for (let index = at - 1; index >= 0 && at - index <= 6; index -= 1)
    if (/^(?:not|n't|never|no|cannot)$/.test(words[index]?.lower ?? '')) return index;
  return at;
}

/** All positions of a sentence; keeps in `memory` what later sentences refer back to. */
export function stancesOf(scene: Scene, memory: Memory, speakerOf: SpeakerOf = () => undefined): StanceFound[] {
  // Plans are remembered word by word, so that "it" is never one named only later in the sentence.
  const paragraph = scene.sentence.paragraph;
  const found: StanceFound[] = [];
  const plans = [...scene.plans];
  const remember = (until: number): void => {
    while (plans[0] !== undefined && plans[0].to <= until)
      memory.plans.named.push({ plan: plans.shift() as (typeof plans)[0], paragraph });
  };
  for (const cue of scene.cues) {
    remember(cue.from);
    for (const one of ofCue(scene, cue, memory)) {
      found.push(one);
      const { plan } = one.target;
      memory.plans.byHolder.set(one.holder.key, plan);
    }
  }
  found.push(...ofEvaluations(scene, memory, speakerOf));
  remember(Number.POSITIVE_INFINITY);
  memory.plans.named.splice(0, Math.max(0, memory.plans.named.length - 40));
  const resolved = scene.parties.map(
    (party, at) => resolve(party, [...memory.parties, ...scene.parties.slice(0, at)]) ?? party,
  );
  memory.parties.push(...resolved);
  memory.parties.splice(0, Math.max(0, memory.parties.length - 40));
  const organization = organizationIn(scene);
  if (organization !== undefined) memory.organization = organization;
  return onePerPosition(found);
}

/** Of the same position twice in a sentence keeps the surer. */
function onePerPosition(found: readonly StanceFound[]): StanceFound[] {
  const best = new Map<string, StanceFound>();
  for (const one of found) {
    const key = [
      one.holder.key,
      one.count ? 'count' : '',
      one.stance,
      one.target.plan.key,
      one.mode,
      one.modality,
    ].join(' ');
    const other = best.get(key);
    if (other === undefined || one.score > other.score) best.set(key, one);
  }
  return [...best.values()];
}
