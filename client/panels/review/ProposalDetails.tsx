// What a proposal rests on, why the reader made it, and the buttons to decide on it.
import type { ComponentChildren } from 'preact';
import type { ReviewedProposal } from '../../../server/schema/drafts.ts';
import { canDecide } from '../../state/decide.ts';
import { act } from '../../state/review/act.ts';
import { leftOut } from '../../state/review/decide.ts';
import { byId, current } from '../../state/review/draft.ts';
import { count, formatDate, formatNumber } from '../../text/format.ts';
import { mannerRows, stateWords, supportsOf } from '../../text/proposal.ts';
import { TypeMark } from '../../ui/TypeMark.tsx';

type NameOf = (key: string) => string;
interface Props {
  of: ReviewedProposal;
  nameOf: NameOf;
  onPlace: () => void;
}

const goTo = (id: string) => () => {
  current.value = id;
};

function Claim({ of, nameOf }: Pick<Props, 'of' | 'nameOf'>) {
  const { proposal } = of;
  if (proposal.kind !== 'claim') return null;
  const supports = supportsOf(proposal, byId.value, nameOf);
  return (
    <>
      <p>
        <bdi>{proposal.claim.text}</bdi>
      </p>
      <dl class="proposal-facts">
        {mannerRows(proposal).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
        {supports.map(({ id, title, words, quoted }) => (
          <div key={`${title} ${id}`}>
            <dt>{title}</dt>
            <dd>
              <button type="button" class="link" onClick={goTo(id)}>
                {quoted ? <q class="words">{words}</q> : <bdi>{words}</bdi>}
              </button>{' '}
              <span class="relation-note">{stateWords[byId.value.get(id)?.state ?? 'open']}</span>
            </dd>
          </div>
        ))}
      </dl>
      {supports.length === 0 && <p class="rail-note">It names no source, no relayed article and no quote.</p>}
    </>
  );
}

function Candidates({ of }: Pick<Props, 'of'>) {
  const { proposal } = of;
  if (proposal.kind !== 'mention' && proposal.kind !== 'article') return null;
  if (proposal.kind === 'article')
    return proposal.candidates.length === 0 ? null : (
      <ul class="proposal-candidates" aria-label="Articles that may be meant">
        {proposal.candidates.map(({ key, score, reason }) => (
          <li key={key}>
            {key}{' '}
            <span class="relation-note">
              {score.toFixed(2)}: {reason}
            </span>
          </li>
        ))}
      </ul>
    );
  return (
    <ul class="proposal-candidates" aria-label="Who or what may be meant">
      {proposal.candidates.map(({ key, type, name, score, reason }) => (
        <li key={key} class={key === proposal.entity ? 'chosen' : ''}>
          <TypeMark type={type} /> <bdi>{name}</bdi>{' '}
          <span class="relation-note">
            {key === proposal.entity && 'chosen, '}
            {score.toFixed(2)}: {reason}
          </span>
        </li>
      ))}
    </ul>
  );
}

function More({ of }: Pick<Props, 'of'>) {
  const { proposal, needs } = of;
  const notes: ComponentChildren[] = [
    proposal.kind === 'entity' && proposal.aliases.length > 0 && `Also ${proposal.aliases.join(', ')}`,
    proposal.kind === 'quote' && proposal.saidOn && `said on ${formatDate(proposal.saidOn)}`,
    proposal.kind === 'article' && proposal.dateNote,
    needs.length > 0 &&
      `Accepted with ${count(needs.length, 'other proposal')} that it rests on, unless ${needs.length === 1 ? 'it is' : 'they are'} rejected`,
  ].filter(Boolean);
  return notes.length === 0 ? null : <p class="rail-note">{notes.map((note, at) => [at > 0 && '. ', note])}.</p>;
}

export function ProposalDetails({ of, nameOf, onPlace }: Props) {
  const { proposal, state, edited, byHand, by, on } = of;
  const why = leftOut.value.get(proposal.id);
  const canEdit = proposal.kind === 'claim' || proposal.kind === 'mention';
  return (
    <div class="proposal-details">
      <Claim of={of} nameOf={nameOf} />
      <Candidates of={of} />
      <More of={of} />
      <p class="rail-note">
        {byHand ? 'Added by hand' : `Score ${proposal.score.toFixed(2)}: ${proposal.reason}`}
        {edited && !byHand && '; edited'}
        {by !== null &&
          state !== 'open' &&
          `; ${stateWords[state]} by ${by}${on === null ? '' : `, ${formatDate(on.slice(0, 10))}`}`}
        .
      </p>
      {why !== undefined && <p class="form-problem">Not, or not wholly, in the evidence: {why}.</p>}
      <div class="form-actions">
        {canDecide() && (
          <>
            <button type="button" class="button" aria-pressed={state === 'accepted'} onClick={() => act('accept')}>
              Accept <kbd>a</kbd>
            </button>
            <button type="button" class="button" aria-pressed={state === 'rejected'} onClick={() => act('reject')}>
              Reject <kbd>r</kbd>
            </button>
            {state !== 'open' && (
              <button type="button" class="button quiet" onClick={() => act('reopen')}>
                Open again <kbd>o</kbd>
              </button>
            )}
            {canEdit && (
              <button type="button" class="button quiet" onClick={() => act('edit')}>
                Edit <kbd>e</kbd>
              </button>
            )}
          </>
        )}
        <button type="button" class="button quiet review-place" onClick={onPlace}>
          Characters {formatNumber(proposal.span.start)}–{formatNumber(proposal.span.end)}
        </button>
      </div>
    </div>
  );
}
