// Quotations that are somebody's words; marks that only set off a name are none.
import type { Mention } from '../mentions/mention.ts';
import type { Quotation, Reading } from '../reading/reading.ts';
import type { Linker } from './links.ts';
import type { SourceFound } from './sources.ts';

export interface QuoteFound {
  quotation: Quotation;
  sentence: number;
  speaker: SourceFound;
}

/** Whether the marks only set off a title or the name of a plan: “victory plan”. */
function isName({ words }: Reading, { from, to }: Quotation, targets: readonly Mention[]): boolean {
  if (targets.some((target) => target.from <= from && target.to >= to)) return true;
  const own = words.slice(from, to).filter(({ pos }) => pos !== 'PUNCT');
  return own.length > 0 && own.length <= 5 && own.every(({ text }) => /^[\p{Lu}\p{N}]/u.test(text) || text.length <= 3);
}

/** Quotations with a speaker. `targets` are the mentions of plans and events. */
export function quotesOf(reading: Reading, linker: Linker, targets: readonly Mention[]): QuoteFound[] {
  const targetsAt = new Map<number, Mention[]>();
  for (const target of targets) {
    const sentence = reading.words[target.from]?.sentence ?? 0;
    targetsAt.set(sentence, [...(targetsAt.get(sentence) ?? []), target]);
  }
  return reading.quotations.flatMap((quotation) => {
    const sentence = reading.words[quotation.from]?.sentence ?? 0;
    if (isName(reading, quotation, targetsAt.get(sentence) ?? [])) return [];
    const last = reading.words[quotation.to - 1]?.sentence ?? sentence;
    const speaker =
      linker.speaker(quotation, sentence) ?? linker.speaker({ start: quotation.end - 1, end: quotation.end }, last);
    return speaker === undefined ? [] : [{ quotation, sentence, speaker }];
  });
}
