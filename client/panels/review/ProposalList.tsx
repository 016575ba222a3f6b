// The proposals as a list, claims first; the current one has its details open below it.
import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ReviewedProposal } from '../../../server/schema/drafts.ts';
import { toList } from '../../state/review/act.ts';
import { current, draft, listed, unfolded } from '../../state/review/draft.ts';
import { formatNumber, sentenceCase } from '../../text/format.ts';
import { draftNames, kindWords, proposalLine, stateWords } from '../../text/proposal.ts';
import { Empty } from '../../ui/basics.tsx';
import { StanceMark } from '../../ui/marks.tsx';
import { ProposalDetails } from './ProposalDetails.tsx';

type NameOf = (key: string) => string;

/** The sign of a decision; its word stands beside it for who does not see it. */
const signs = { open: '○', accepted: '✓', rejected: '✕' } as const;

interface RowProps {
  of: ReviewedProposal;
  at: number;
  count: number;
  nameOf: NameOf;
  onPlace: () => void;
}

function Row({ of, at, count, nameOf, onPlace }: RowProps) {
  const { proposal, state } = of;
  const isCurrent = useComputed(() => current.value === proposal.id);
  const isOpen = useComputed(() => isCurrent.value && unfolded.value);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(
    () =>
      toList.subscribe((times) => {
        if (times > 0 && isCurrent.peek()) button.current?.focus({ preventScroll: true });
      }),
    [],
  );
  useEffect(() => {
    if (!isCurrent.value) return;
    button.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
    // The keys follow what is current, wherever in the list they were.
    if (document.activeElement?.closest('.proposal-list')) button.current?.focus({ preventScroll: true });
  }, [isCurrent.value]);
  const pick = () => {
    if (isCurrent.peek()) unfolded.value = !unfolded.peek();
    else {
      current.value = proposal.id;
      unfolded.value = true;
    }
  };
  const stance = proposal.kind === 'claim' ? proposal.claim.stance : undefined;
  const struck = proposal.kind === 'claim' && proposal.mode !== 'asserts';
  return (
    <li class={`proposal is-${state}${isCurrent.value ? ' current' : ''}`} aria-current={isCurrent.value}>
      <button
        ref={button}
        type="button"
        class="proposal-line"
        aria-expanded={isOpen.value}
        tabIndex={isCurrent.value ? 0 : -1}
        onClick={pick}
      >
        <span class="proposal-sign" aria-hidden="true">
          {signs[state]}
        </span>
        <span class="proposal-words">
          {stance && (
            <span class={struck ? 'struck' : ''}>
              <StanceMark stance={stance} />
            </span>
          )}{' '}
          <bdi>{proposalLine(proposal, nameOf)}</bdi>
        </span>
        <span class="proposal-kind">
          {sentenceCase(kindWords[proposal.kind])}
          <span class="visually-hidden">
            , {stateWords[state]}, {formatNumber(at + 1)} of {formatNumber(count)}
          </span>
        </span>
        {proposal.kind !== 'quote' && <q class="words proposal-quote">{proposal.span.quote}</q>}
        {proposal.kind === 'quote' && <span class="words proposal-quote">{proposal.span.quote}</span>}
      </button>
      {isOpen.value && <ProposalDetails of={of} nameOf={nameOf} onPlace={onPlace} />}
    </li>
  );
}

export function ProposalList({ onPlace }: { onPlace: () => void }) {
  const view = draft.value;
  const rows = listed.value;
  // After the dialog, which gives the focus to its first button when it opens.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      toList.value++;
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  if (view === null) return null;
  const nameOf = draftNames(view);
  if (rows.length === 0)
    return (
      <Empty
        title={view.proposals.length === 0 ? 'Nothing is proposed for this text' : 'No proposal is of these kinds'}
      >
        {view.proposals.length === 0
          ? 'Select words in the text and press c to add a claim by hand.'
          : 'Choose more kinds or decisions above.'}
      </Empty>
    );
  return (
    <ol class="proposal-list" aria-label="Proposals">
      {rows.map((one, at) => (
        <Row key={one.proposal.id} of={one} at={at} count={rows.length} nameOf={nameOf} onPlace={onPlace} />
      ))}
    </ol>
  );
}
