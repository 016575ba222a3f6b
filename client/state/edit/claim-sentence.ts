// The plain sentence of a claim: made of what is chosen, and kept in step with it where nobody has written another.
import type { Stance } from '../../../server/schema/stance.ts';
import type { ClaimForm } from './claim-form.ts';

/** What the sentence is made of. */
export type Position = Pick<ClaimForm, 'kind' | 'holder' | 'target' | 'stance' | 'quantifier' | 'number' | 'of'>;

const verbs: Readonly<Record<Stance, readonly [one: string, many: string]>> = {
  supports: ['supports', 'support'],
  opposes: ['opposes', 'oppose'],
  noncommittal: ['is noncommittal on', 'are noncommittal on'],
  defers: ['defers on', 'defer on'],
};

function amount({ quantifier, number, of }: Position): string {
  const many = number.trim() || '…';
  const whole = of.trim() === '' ? '' : ` of ${of.trim()}`;
  switch (quantifier) {
    case 'atLeast':
      return `At least ${many}${whole}`;
    case 'exactly':
      return `Exactly ${many}${whole}`;
    case 'majority':
      return of.trim() === '' ? 'A majority of the' : `A majority of the ${of.trim()}`;
    case 'all':
      return of.trim() === '' ? 'All' : `All ${of.trim()}`;
    case 'none':
      return 'None of the';
  }
}

/** Who holds which position, before what it is about; null where that is not chosen, or it is another statement. */
function beginning(form: Position): string | null {
  const { kind, holder, target, stance } = form;
  if (kind === 'statement' || holder === null || target === null) return null;
  const [one, many] = verbs[stance];
  return kind === 'stance' ? `${holder.name} ${one}` : `${amount(form)} members of ${holder.name} ${many}`;
}

/** A sentence for the claim from what is chosen, as long as nobody has written one; as the rules write it. */
export function suggestedText(form: Position): string {
  const begins = beginning(form);
  const needsNumber = form.kind === 'count' && ['atLeast', 'exactly'].includes(form.quantifier);
  if (begins === null || form.target === null || (needsNumber && form.number.trim() === '')) return '';
  return `${begins} “${form.target.name}”.`;
}

/** The ways in which a sentence names the plan: the rules put it in quotation marks. */
const named = (name: string): string[] => [`“${name}”`, name];

/**
 * The form with its sentence in step with what was changed in it: made anew where it is or begins as `before` would have
 * it, with what somebody wrote behind that. Any other sentence stays as it is.
 */
export function inStep(before: ClaimForm, after: ClaimForm): ClaimForm {
  const [old, now] = [beginning(before), beginning(after)];
  if (after.text !== before.text || old === null || now === null) return after;
  if (before.target === null || after.target === null || suggestedText(before) === suggestedText(after)) return after;
  const { text } = before;
  for (const [at, plan] of named(before.target.name).entries()) {
    const whole = `${old} ${plan}`;
    if (!text.startsWith(whole)) continue;
    return { ...after, text: `${now} ${named(after.target.name)[at]}${text.slice(whole.length)}` };
  }
  // It tells the plan in other words, which fit as long as that is the same.
  if (before.target.key !== after.target.key || !text.startsWith(`${old} `)) return after;
  return { ...after, text: `${now}${text.slice(old.length)}` };
}

/** Whether the sentence may no longer say what is chosen: that was changed since, and it was not. */
export function mayNotFit(first: ClaimForm, now: ClaimForm): boolean {
  const position = ({ kind, holder, target, stance, quantifier, number, of }: ClaimForm): string =>
    JSON.stringify([
      ...[kind, holder?.key, target?.key, kind === 'statement' ? '' : stance],
      ...(kind === 'count' ? [quantifier, number.trim(), of.trim()] : []),
    ]);
  return now.text.trim() !== '' && now.text === first.text && position(first) !== position(now);
}
