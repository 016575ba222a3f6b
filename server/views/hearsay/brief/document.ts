// Puts a brief together: its sections in their order, then the notes that they cite.
import type { HypothesisView } from '../../../schema/curation.ts';
import { assertionsIn, type BriefData, citable } from './data.ts';
import { contradictions, denials, others } from './disputes.ts';
import { limits, method, unnamedSources } from './limits.ts';
import { type BriefDocument, Notes } from './model.ts';
import { noteOf } from './notes.ts';
import { positions, single, table } from './positions.ts';
import { silent } from './silent.ts';
import { summary, under } from './summary.ts';

export function titleOf({ plan, holder }: Pick<BriefData, 'plan' | 'holder'>): string {
  if (plan === null) return `Brief: ${holder?.name ?? ''}`;
  return holder === null ? `Brief: ${plan.name}` : `Brief: ${holder.name} on ${plan.name}`;
}

/** The brief of some data and all hypotheses on sources: the same data, the same document. */
export function briefOf(data: BriefData, hypotheses: readonly HypothesisView[]): BriefDocument {
  const assertions = assertionsIn(data);
  const notes = new Notes(citable(assertions));
  const blocks = [
    ...summary(data, notes),
    ...positions(data, notes),
    ...table(data),
    ...single(data, notes),
    ...others(data, notes),
    ...contradictions(data, notes),
    ...denials(data, notes),
    ...silent(data, notes),
    ...unnamedSources(data, notes),
    ...limits(data, hypotheses),
    ...method(),
  ];
  const texts = notes.cited().flatMap((key) => {
    const assertion = assertions.get(key);
    return assertion === undefined ? [] : [noteOf(assertion)];
  });
  return { title: titleOf(data), lines: under(data), blocks, notes: texts };
}
