// A claim in one plain sentence of our own, as the evidence panel shows it.
import type { StanceFound } from './stance.ts';

const says: Readonly<Record<StanceFound['stance'], readonly [one: string, many: string]>> = {
  supports: ['supports', 'support'],
  opposes: ['opposes', 'oppose'],
  noncommittal: ['is noncommittal on', 'are noncommittal on'],
  defers: ['defers on', 'defer on'],
};

/** "Norland opposes the harbour tax." or "At least 7 of 32 members of the Union oppose the harbour tax." */
export function claimText({
  holder,
  stance,
  target,
  count,
}: Pick<StanceFound, 'holder' | 'stance' | 'target' | 'count'>): string {
  const plan = target.plan.name;
  if (count === undefined) return `${holder.name} ${says[stance][0]} “${plan}”.`.slice(0, 300);
  const { quantifier, number, of } = count;
  const whole = of === undefined ? '' : ` of ${of}`;
  const amount = {
    atLeast: `At least ${number ?? 0}${whole}`,
    exactly: `Exactly ${number ?? 0}${whole}`,
    majority: of === undefined ? 'A majority of the' : `A majority of the ${of}`,
    all: of === undefined ? 'All' : `All ${of}`,
    none: 'None of the',
  }[quantifier];
  return `${amount} members of ${holder.name} ${says[stance][1]} “${plan}”.`.slice(0, 300);
}
