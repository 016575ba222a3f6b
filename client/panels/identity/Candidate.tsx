// A pair that may be one, side by side with what speaks for and against it; a person merges the two or tells them apart.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { CandidateView } from '../../../server/schema/identity.ts';
import { by } from '../../state/decide.ts';
import { distinguish, merge } from '../../state/identity.ts';
import { focusNext, useFocusTurn } from '../../ui/focus.ts';
import { DecisionForm } from '../DecisionForm.tsx';
import { Side } from './Side.tsx';

export const changed = 'what the merge changed';
type Choice = 'merge' | 'two';

/** The score in words beside the number: a number alone would pass for a probability. */
export const strength = (score: number): string =>
  score >= 0.8 ? 'Much speaks for it' : score >= 0.55 ? 'Some speaks for it' : 'Little speaks for it';

interface OpenerProps {
  name: string;
  label: string;
  onClick: () => void;
  children: string;
}
function Opener({ name, label, onClick, children }: OpenerProps) {
  const button = useFocusTurn<HTMLButtonElement>(name);
  return (
    <button type="button" class="button" ref={button} aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}

/** Which of the two keeps its key: the one that more reports name, unless somebody chooses otherwise. */
function Stays({ of, into }: { of: CandidateView; into: { value: string } }) {
  const id = useId();
  return (
    <fieldset class="identity-stays">
      <legend>Which one stays</legend>
      {[of.one, of.other].map((one) => (
        <label key={one.key}>
          <input
            type="radio"
            name={id}
            checked={into.value === one.key}
            onChange={() => {
              into.value = one.key;
            }}
          />
          <span>
            {one.name} <span class="relation-note">{one.key}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function Candidate({ of }: { of: CandidateView }) {
  const { one, other } = of;
  const choice = useSignal<Choice | null>(null);
  const into = useSignal(other.articles > one.articles ? other.key : one.key);
  const id = `${one.key} ${other.key}`;
  const names = `${one.name} and ${other.name}`;
  const decide = async (why: string | undefined) => {
    const said = { by: by.value.trim(), ...(why === undefined ? {} : { why }) };
    const from = into.value === one.key ? other.key : one.key;
    const done =
      choice.value === 'merge'
        ? await merge({ from, into: into.value, ...said })
        : await distinguish({ one: one.key, other: other.key, ...said });
    if (done) focusNext(changed);
  };
  const open = (what: Choice) => () => {
    choice.value = what;
  };
  return (
    <li class="suggestion identity-pair">
      <p class="identity-score">
        <strong>{strength(of.score)}</strong>{' '}
        <span class="relation-note">
          {of.type}, {of.score.toFixed(2)} of 1
        </span>
      </p>
      <div class="side-by-side">
        <Side of={one} />
        <Side of={other} />
      </div>
      <ul class="identity-reasons">
        {of.reasons.map((reason) => (
          <li key={reason}>For: {reason}</li>
        ))}
        {of.against.map((reason) => (
          <li key={reason}>Against: {reason}</li>
        ))}
      </ul>
      {choice.value === null ? (
        <div class="form-actions">
          <Opener name={`${id} merge`} label={`They are one: ${names}`} onClick={open('merge')}>
            They are one
          </Opener>
          <Opener name={`${id} two`} label={`They are two: ${names}`} onClick={open('two')}>
            They are two
          </Opener>
        </div>
      ) : (
        <DecisionForm
          action={choice.value === 'merge' ? 'Merge them' : 'Tell them apart'}
          onCancel={() => {
            focusNext(`${id} ${choice.value}`);
            choice.value = null;
          }}
          onDecide={decide}
        >
          {choice.value === 'merge' ? (
            <Stays of={of} into={into} />
          ) : (
            <p class="rail-note">The pair is proposed no more, and cannot be merged until this is taken back.</p>
          )}
        </DecisionForm>
      )}
    </li>
  );
}
