// Positions in what somebody calls a plan: "called the plan a disaster", "said membership was essential".
import type { Stance } from '../../schema/stance.ts';
import type { Words } from '../reading/reading.ts';
import type { Scene } from './scene.ts';

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));
const good =
  list(`essential necessary vital crucial key indispensable needed welcome right sensible overdue historic excellent
  positive promising priority cornerstone imperative important`);
const bad =
  list(`horrifying terrifying disaster disastrous mistake madness dangerous reckless unacceptable absurd catastrophe
  catastrophic wrong folly unrealistic irresponsible provocation provocative suicidal harmful disgrace disgraceful outrageous
  nonsense insane insanity threat unthinkable shameful ruinous`);
const calling = list(
  'call calls called calling describe describes described describing brand branded label labeled labelled dub dubbed deem deems deemed consider considers considered',
);
const copulas = list('is are was were be remains remained');
const negations = /^(?:not|n't|never|no|hardly|less)$/;

export interface Evaluation extends Words {
  stance: Stance;
  plan: Scene['plans'][0];
  /** The word that judges. */
  word: Words;
  /** The verb by which the subject judges; absent where the plan "is" so, which somebody must be quoted as saying. */
  verb?: number;
  reason: string;
}

/** Judgements of plans in a sentence; one that is negated ("not a priority") is left to a reader. */
export function evaluationsIn({ plans, words, sentence }: Scene): Evaluation[] {
  return plans.flatMap((plan): Evaluation[] => {
    const verb = [1, 2, 3]
      .map((back) => plan.from - back)
      .find((at) => at >= sentence.from && calling.has(words[at]?.lower ?? ''));
    const after = words[plan.to]?.text === '”' || words[plan.to]?.text === '"' ? plan.to + 1 : plan.to;
    if (verb === undefined && !copulas.has(words[after]?.lower ?? '')) return [];
    for (let at = after; at < Math.min(sentence.to, after + 8); at += 1) {
      const lower = words[at]?.lower ?? '';
      if (negations.test(lower) || /^[,;]$/.test(lower) || (at > after && plans.some(({ from }) => from === at)))
        return [];
      const stance = good.has(lower) ? ('supports' as const) : bad.has(lower) ? ('opposes' as const) : undefined;
      if (stance === undefined) continue;
      const reason = `“${words[at]?.text ?? ''}” said of the plan`;
      return [
        {
          from: verb ?? plan.from,
          to: at + 1,
          stance,
          plan,
          word: { from: at, to: at + 1 },
          ...(verb === undefined ? {} : { verb }),
          reason,
        },
      ];
    }
    return [];
  });
}
