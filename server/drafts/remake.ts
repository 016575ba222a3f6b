// Puts a new draft of the same text in the place of an old one, with all that was decided on that.
import type { Draft, Proposal } from '../schema/draft.ts';
import type { KeptDraft } from '../schema/drafts.ts';
import { moment } from './moment.ts';
import { namedBy, reviewOf } from './review.ts';

export function withoutText({ text: _, ...draft }: Draft): KeptDraft['draft'] {
  return draft;
}

/** A draft on which nobody has decided. */
export const newDraft = (draft: Draft): KeptDraft => ({
  on: moment(),
  draft: withoutText(draft),
  decisions: {},
  keys: {},
});

/**
 * What is accepted or was changed stays as it was, with what it names, whatever is proposed now: it is in the article's
 * document. What is rejected stays rejected under its id.
 */
export function remade(old: KeptDraft, draft: Draft): KeptDraft {
  const reviewed = new Map(reviewOf(old).map((one) => [one.proposal.id, one]));
  const stays = new Set<string>();
  for (const [id, { state, edited, byHand }] of reviewed) if (state === 'accepted' || edited || byHand) stays.add(id);
  for (const id of stays) {
    const proposal = reviewed.get(id)?.proposal;
    const named = proposal === undefined ? [] : namedBy(proposal).ids;
    for (const other of named) stays.add(other);
  }
  const kept = old.draft.proposals.filter(({ id }) => stays.has(id));
  const fresh = draft.proposals.filter(({ id }) => !stays.has(id));
  const entities = new Map([...draft.entities, ...old.draft.entities].map((one) => [one.key, one]));
  // What is known now and was proposed then is not declared as known: the accepted proposal declares it.
  const declared = new Set(kept.flatMap((one: Proposal) => (one.kind === 'entity' ? [one.entity] : [])));
  for (const key of declared) if (!old.draft.entities.some((one) => one.key === key)) entities.delete(key);
  return {
    ...old,
    on: moment(),
    draft: { ...withoutText(draft), entities: [...entities.values()], proposals: [...kept, ...fresh] },
  };
}
