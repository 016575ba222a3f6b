// A draft as it stands: each proposal with what was decided on it, and what it rests on.
import { shortHash } from '../ingest/canonical.ts';
import type { Draft, Proposal } from '../schema/draft.ts';
import type { KeptDraft, ReviewedProposal } from '../schema/drafts.ts';

export type Reviewed = Omit<ReviewedProposal, 'needs' | 'version'>;

/** The version of a proposal: what it says, and what was decided on it by whom and when. */
export const versionOfProposal = ({ proposal, state, by, on }: Reviewed): string =>
  shortHash([proposal, state, by, on]);

/** Every proposal with the content that a person gave it, the extractor's first, then those added by hand. */
export function reviewOf({ draft, decisions }: Pick<KeptDraft, 'draft' | 'decisions'>): Reviewed[] {
  const made = draft.proposals.map((proposal): Reviewed => {
    const decision = decisions[proposal.id];
    return {
      proposal: decision?.proposal ?? proposal,
      state: decision?.state ?? 'open',
      edited: decision?.proposal !== undefined,
      byHand: false,
      by: decision?.by ?? null,
      on: decision?.on ?? null,
    };
  });
  const added = Object.values(decisions).flatMap(({ byHand, proposal, state, by, on }): Reviewed[] =>
    byHand === undefined || proposal === undefined ? [] : [{ proposal, state, edited: false, byHand, by, on }],
  );
  return [...made, ...added];
}

/** The proposals that a proposal names by id, and the keys of entities that it names. */
export function namedBy(proposal: Proposal): { ids: string[]; keys: string[] } {
  const some = (...items: (string | undefined)[]): string[] => items.filter((one) => one !== undefined);
  switch (proposal.kind) {
    case 'mention':
      return { ids: [], keys: [proposal.entity] };
    case 'article':
      return { ids: [], keys: [proposal.outlet] };
    case 'source':
      return { ids: some(proposal.spokeTo, proposal.memberOf), keys: some(proposal.actor) };
    case 'quote':
      return { ids: some(proposal.speakerSource), keys: some(proposal.speaker) };
    case 'claim': {
      const { relays, sources, quotes, claim } = proposal;
      return {
        ids: [...relays.map(({ article }) => article), ...sources.map(({ source }) => source), ...quotes],
        keys: some(claim.holder, claim.target, ...(claim.shieldedBy ?? [])),
      };
    }
    default:
      return { ids: [], keys: [] };
  }
}

/** Says of proposals which others they rest on, through others too; those for which `stops` holds are left out, with what only they need. */
export function needsIn(
  { draft }: Pick<KeptDraft, 'draft'>,
  reviewed: readonly Reviewed[],
  stops: (id: string) => boolean = () => false,
): (ids: readonly string[]) => string[] {
  const byId = new Map(reviewed.map(({ proposal }) => [proposal.id, proposal]));
  const known = new Set(draft.entities.map(({ key }) => key));
  const entities = new Map<string, string>();
  for (const { proposal } of reviewed)
    if (proposal.kind === 'entity' && !known.has(proposal.entity)) entities.set(proposal.entity, proposal.id);
  const straight = (id: string): string[] => {
    const proposal = byId.get(id);
    if (proposal === undefined) return [];
    const { ids, keys } = namedBy(proposal);
    return [...ids, ...keys.flatMap((key) => entities.get(key) ?? [])].filter((one) => byId.has(one) && !stops(one));
  };
  return (ids) => {
    const reached = new Set(ids.flatMap(straight));
    for (const one of reached) for (const next of straight(one)) reached.add(next);
    for (const id of ids) reached.delete(id);
    return [...reached];
  };
}

/** What the article's document is made of: the draft with what people changed, and what of it is accepted. */
export interface Standing {
  draft: Draft;
  accepted: string[];
  byHand: ReadonlySet<string>;
}

export function standingOf(kept: Pick<KeptDraft, 'draft' | 'decisions'>, text: string): Standing {
  const reviewed = reviewOf(kept);
  const ids = (wanted: (one: Reviewed) => boolean): string[] =>
    reviewed.filter(wanted).map(({ proposal }) => proposal.id);
  return {
    draft: { ...kept.draft, text, proposals: reviewed.map(({ proposal }) => proposal) },
    accepted: ids(({ state }) => state === 'accepted'),
    byHand: new Set(ids(({ byHand }) => byHand)),
  };
}
