// Judgements of plans as positions: of who "called" the plan so, or of whom the words are quoted.
import type { Cue } from './cues.ts';
import { evaluationsIn } from './evaluations.ts';
import { holdersOf } from './holders.ts';
import { negationBefore } from './negation.ts';
import type { Scene } from './scene.ts';
import { type Memory, type SpeakerOf, type StanceFound, unite } from './stance.ts';
import { subjectOf } from './subjects.ts';
import type { Target } from './targets.ts';

/** Judgements with a verb are its subject's; of others the speaker is asked for. */
export function ofEvaluations(scene: Scene, memory: Memory, speakerOf: SpeakerOf): StanceFound[] {
  return evaluationsIn(scene).flatMap((evaluation) => {
    const { from, to, stance, plan, word, verb, reason } = evaluation;
    const cue: Cue = { from: verb ?? from, to: (verb ?? from) + 1, stance, kind: 'verb', form: 'past', weak: false };
    const subject = verb === undefined ? undefined : subjectOf(scene, cue);
    if (
      verb !== undefined &&
      (subject === undefined || negationBefore(scene.words, verb, scene.sentence.from) !== undefined)
    )
      return [];
    const inside = scene.parties.filter((party) => party.to <= (subject?.party.from ?? from));
    const speaker = verb === undefined ? speakerOf(word, scene.index) : undefined;
    const held =
      subject === undefined
        ? speaker === undefined
          ? []
          : [{ holder: speaker, includes: [] }]
        : holdersOf(subject, memory, inside, undefined);
    const place = unite({ from, to }, subject?.party);
    return held.flatMap(({ holder }) => {
      const target: Target = { plan, reason: 'named beside it', score: plan.score, at: plan, outright: true };
      const reasons = [reason, `${holder.name}: ${subject?.reason ?? 'whose words these are'}`];
      const score = Number((0.7 * Math.sqrt(plan.score * holder.score)).toFixed(2));
      const common = { includes: [], shieldedBy: [], mode: 'asserts' as const, modality: 'now' as const };
      return [
        {
          ...place,
          ...common,
          sentence: scene.index,
          cue: word,
          holder,
          target,
          stance,
          wording: word,
          score,
          reasons,
        },
      ];
    });
  });
}
