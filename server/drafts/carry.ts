// Carries decisions over to another text of the same article, by what the proposals say and the words they rest on.
import { canonicalJson } from '../ingest/canonical.ts';
import type { Draft, Proposal } from '../schema/draft.ts';
import type { Decision, KeptDraft } from '../schema/drafts.ts';
import { addTo } from '../schema/lists.ts';
import { idsByHand, renameProposals } from './by-hand.ts';
import { locator } from './locate.ts';

/** What a proposal says, without where it stands: ids are those of what they name in turn, keys made of the article's are left out. */
function contentsOf(proposals: readonly Proposal[]): (proposal: Proposal) => string {
  const byId = new Map(proposals.map((one) => [one.id, one]));
  const ready = new Map<string, string>();
  const of = (id: string | undefined): string | null => {
    const proposal = id === undefined ? undefined : byId.get(id);
    return proposal === undefined ? null : content(proposal);
  };
  function parts(one: Proposal): unknown[] {
    switch (one.kind) {
      case 'mention':
        return [one.entity];
      case 'entity':
        return [one.entity, one.type];
      case 'article':
        return [one.outlet];
      case 'source':
        return [one.sourceKind, one.actor ?? null, one.descriptor, one.minCount, of(one.spokeTo), of(one.memberOf)];
      case 'quote':
        return [one.speaker ?? null, of(one.speakerSource)];
      case 'date':
        return [one.date];
      case 'claim': {
        const { claim, mode, modality, hedge, relays, sources, quotes } = one;
        const named = [relays.map((link) => [of(link.article), link.how]), sources.map((link) => of(link.source))];
        return [claim, mode, modality, hedge ?? null, ...named, quotes.map(of)];
      }
    }
  }
  function content(one: Proposal): string {
    const before = ready.get(one.id);
    if (before !== undefined) return before;
    // What names itself through others ends here.
    ready.set(one.id, one.id);
    const said = canonicalJson([one.kind, one.kind === 'entity' ? null : one.span.quote, ...parts(one)]);
    ready.set(one.id, said);
    return said;
  }
  return content;
}

/** The id in the new draft of each old proposal that says the same; of several alike the first is the first, if they are as many. */
function sameIn(old: readonly Proposal[], fresh: readonly Proposal[]): Map<string, string> {
  const grouped = (proposals: readonly Proposal[]): Map<string, string[]> => {
    const content = contentsOf(proposals);
    const groups = new Map<string, string[]>();
    for (const one of [...proposals].sort((a, b) => a.span.start - b.span.start)) addTo(groups, content(one), one.id);
    return groups;
  };
  const there = grouped(fresh);
  return new Map(
    [...grouped(old)].flatMap(([content, ids]) => {
      const others = there.get(content) ?? [];
      return ids.length === others.length ? ids.map((id, at) => [id, others[at] ?? ''] as const) : [];
    }),
  );
}

/**
 * The decisions of `old` that hold for the draft of another text, and on how many proposals they are. What a person changed
 * or added is carried over where all its words stand in the new text, at their place or once.
 */
export function carryOver(old: KeptDraft, draft: Draft): { decisions: Record<string, Decision>; remembered: number } {
  const ids = sameIn(old.draft.proposals, draft.proposals);
  const [before, now] = [
    new Map(old.draft.proposals.map((one) => [one.id, one])),
    new Map(draft.proposals.map((one) => [one.id, one])),
  ];
  const locate = locator(draft.text);
  const decisions: Record<string, Decision> = {};
  for (const [id, decision] of Object.entries(old.decisions)) {
    const [made, same] = [before.get(id), ids.get(id)];
    if (decision.byHand || made === undefined || same === undefined) continue;
    const { proposal, ...rest } = decision;
    if (proposal === undefined) decisions[same] = rest;
    else {
      const moved = locate(proposal, (now.get(same)?.span.start ?? 0) - made.span.start);
      if (moved !== undefined)
        decisions[same] = { ...rest, proposal: renameProposals(moved, (one) => ids.get(one) ?? one) };
    }
  }
  const added = Object.values(old.decisions).flatMap(({ byHand, proposal }) =>
    byHand === undefined || proposal === undefined ? [] : (locate(proposal, 0) ?? []),
  );
  const named = added.map((one) => renameProposals(one, (id) => ids.get(id) ?? id));
  const byHand = idsByHand(named);
  for (const one of named) {
    const decision = old.decisions[one.id];
    const proposal = renameProposals(one, (id) => byHand.get(id) ?? id);
    if (decision !== undefined) decisions[proposal.id] = { ...decision, proposal };
  }
  return { decisions, remembered: Object.keys(decisions).length };
}
