// Grades by the Admiralty scales: what was given and by whom, a form to give one, and a filter by the least grade.
import { useSignal } from '@preact/signals';
import { useEffect, useId, useMemo } from 'preact/hooks';
import type { AssertionView } from '../../server/schema/view.ts';
import { api } from '../api.ts';
import { by, canDecide, grade, grades } from '../state/decide.ts';
import { resource } from '../state/resource.ts';
import { changeEvidence, evidenceFilter } from '../state/view.ts';
import { madeBefore, revisedSince } from '../text/earlier.ts';
import { credibilityWords, eligibleWords, partsOf, reliabilityWords } from '../text/grades.ts';
import { FailureCard } from '../ui/basics.tsx';
import { fieldValue } from '../ui/field.ts';
import { focusNext, useFocusTurn } from '../ui/focus.ts';
import { DecisionForm } from './DecisionForm.tsx';

type Scale = 'reliability' | 'credibility';
const scales = { reliability: reliabilityWords, credibility: credibilityWords } as const;
const names: Readonly<Record<Scale, string>> = { reliability: 'Reliability', credibility: 'Credibility' };
/** The grade of a subject, and the one that what stood in its place in an earlier text has. */
function given(subject: string) {
  const status = grades.status.value;
  const all = status.state === 'ready' ? status.value.grades : [];
  return { list: all.find((one) => one.subject.key === subject), before: madeBefore(all, subject)[0] };
}

interface GradeProps {
  subject: string;
  scale: Scale;
  /** The grade as the thing itself carries it, where the list of grades is not there yet. */
  known: string | null;
}

/** What its own origins let one give it, asked of the server while the form is open. */
function Eligible({ subject }: { subject: string }) {
  const wanted = useSignal<string | undefined>(undefined);
  const standing = useMemo(() => resource(wanted, (key, signal) => api.gradeStanding(key, signal)), []);
  useEffect(() => {
    wanted.value = subject;
    return () => {
      wanted.value = undefined;
    };
  }, [subject]);
  const status = standing.status.value;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={standing.retry} />;
  if (status.state !== 'ready') return <p class="rail-note">Counting the origins of what it says…</p>;
  const words = eligibleWords(status.value);
  return words === undefined ? null : <p class="rail-note">{words} The program gives no grade.</p>;
}

/** The grade of a source, an outlet or an assertion, and the form to change it. */
export function Grade({ subject, scale, known }: GradeProps) {
  const open = useSignal(false);
  const next = useSignal('');
  const id = useId();
  const button = useFocusTurn<HTMLButtonElement>(id);
  const close = () => {
    open.value = false;
    focusNext(id);
  };
  const { list, before } = given(subject);
  const now = String((list && (scale === 'reliability' ? list.reliability : list.credibility)) ?? known ?? '');
  const earlier = now === '' && before ? String(before[scale] ?? '') : '';
  const words = scales[scale];
  const save = async (why: string | undefined) => {
    const more = { by: by.value.trim(), ...(why === undefined ? {} : { why }) };
    const value = next.value === '' ? null : next.value;
    const done = await grade(
      scale === 'reliability'
        ? { subject, reliability: value as 'A' | null, ...more }
        : { subject, credibility: value === null ? null : Number(value), ...more },
    );
    if (done) close();
  };
  return (
    <div class="grade">
      <p class="grade-now">
        <span>{names[scale]}</span>{' '}
        {now === '' ? <span class="muted">not graded</span> : <strong>{`${now} · ${words[now] ?? ''}`}</strong>}{' '}
        {list && now !== '' && (
          <span class="relation-note">
            by {list.by}
            {list.why ? `: ${list.why}` : ''}
            {list.earlierTexts && `, ${revisedSince(list, subject)}`}
          </span>
        )}
        {before && earlier !== '' && (
          <span class="relation-note">
            {earlier} on its earlier text, by {before.by}
          </span>
        )}
        {canDecide() && !open.value && (
          <button
            ref={button}
            type="button"
            class="link"
            onClick={() => {
              next.value = now || earlier;
              open.value = true;
            }}
          >
            {now === '' ? 'Grade it' : 'Change'}
          </button>
        )}
      </p>
      {open.value && (
        <DecisionForm action="Keep the grade" onCancel={close} onDecide={save}>
          <label for={id}>{names[scale]}</label>
          <select
            id={id}
            value={next.value}
            onChange={(event) => {
              next.value = fieldValue(event);
            }}
          >
            <option value="">Not graded</option>
            {Object.entries(words).map(([value, text]) => (
              <option key={value} value={value}>
                {value} · {text}
              </option>
            ))}
          </select>
          {scale === 'credibility' && <Eligible subject={subject} />}
        </DecisionForm>
      )}
    </div>
  );
}

/** The credibility of an assertion. */
export function AssertionGrade({ assertion }: { assertion: AssertionView }) {
  const known = assertion.credibility === null ? null : String(assertion.credibility);
  return <Grade subject={assertion.key} scale="credibility" known={known} />;
}

/** Only what is graded at least so; what nobody graded counts. */
export function GradeFilter() {
  const { reliability, credibility } = partsOf(evidenceFilter.value.grade);
  const set = (letter: string, digit: string) => {
    const next = `${letter}${digit}` || null;
    changeEvidence(next === null ? 'take every grade' : `take only what is graded at least ${next}`, { grade: next });
  };
  const choice = (scale: Scale, value: string, onChoice: (value: string) => void) => (
    <label class="grade-choice">
      <span>{names[scale]}</span>
      <select value={value} onChange={(event) => onChoice(fieldValue(event))}>
        <option value="">any</option>
        {Object.keys(scales[scale])
          .filter((one) => one !== 'F' && one !== '6')
          .map((one) => (
            <option key={one} value={one}>
              {one} · {scales[scale][one]}
            </option>
          ))}
      </select>
    </label>
  );
  return (
    <details class="facet-group" open={evidenceFilter.value.grade !== null}>
      <summary>Least grade</summary>
      {choice('reliability', reliability, (letter) => set(letter, credibility))}
      {choice('credibility', credibility, (digit) => set(reliability, digit))}
      <p class="rail-note">
        What is graded worse is taken out, with all that rests on it alone. What is not graded counts.
      </p>
    </details>
  );
}
