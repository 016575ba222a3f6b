// One change: what, who, when and why, what was before and is after, and taking it back.
import type { ChangedPart, ChangeView } from '../../../server/schema/changes.ts';
import { askToTakeBack, backBusy, backFailure, backWhy, takeBack, takingBack } from '../../state/changes.ts';
import { by, canDecide } from '../../state/decide.ts';
import { shownName } from '../../state/record-names.ts';
import { selectArticle, selectNode } from '../../state/selection.ts';
import { changesOpen } from '../../state/work.ts';
import { memberRows, namesOfParts, partName, partOutcome, partTitle } from '../../text/changes.ts';
import { count, formatDate } from '../../text/format.ts';
import { withoutTurns } from '../../text/titles.ts';
import { FailureCard } from '../../ui/basics.tsx';
import { focusNext, useFocusTurn } from '../../ui/focus.ts';
import { EditForm } from '../edit/EditForm.tsx';
import { Signature } from '../edit/Signature.tsx';

export const takenBack = 'what taking the change back changed';

function Part({ of, nameOf }: { of: ChangedPart; nameOf: (key: string) => string }) {
  const rows = memberRows(of, nameOf);
  const outcome = partOutcome(of);
  return (
    <li>
      <p>
        {partTitle(of)} {outcome}: <bdi>{partName(of, nameOf)}</bdi>
      </p>
      {rows.length > 0 && (
        <table class="change-members" aria-label={`${partTitle(of)} ${outcome}`}>
          <thead>
            <tr>
              <th scope="col">Part</th>
              {of.before !== null && <th scope="col">Before</th>}
              {of.after !== null && <th scope="col">After</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {of.before !== null && <td dir="auto">{before || '—'}</td>}
                {of.after !== null && <td dir="auto">{after || '—'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}

function Form({ of }: { of: ChangeView }) {
  const leave = () => {
    focusNext(of.key);
    askToTakeBack(null);
  };
  return (
    <EditForm title="Take it back" onSave={() => takeBack(of)} onLeave={leave} onDone={() => focusNext(takenBack)}>
      <p class="rail-note">
        {of.takesBack === null ? 'What it changed is put back' : 'The change that it took back is made again'}; that is
        a change too, and can be taken back.
      </p>
      {backFailure.value && <FailureCard failure={backFailure.value} />}
      <Signature
        action="Take it back"
        why={backWhy}
        fault={by.value.trim() === '' ? 'Say who decides.' : undefined}
        problem=""
        busy={backBusy.value}
        onCancel={leave}
      />
    </EditForm>
  );
}

export function Change({ of }: { of: ChangeView }) {
  const opener = useFocusTurn<HTMLButtonElement>(of.key);
  const { subject } = of;
  const nameOf = namesOfParts(of.parts, shownName);
  const open = () => {
    changesOpen.value = false;
    if (subject.key.startsWith('article:')) selectArticle(subject.key);
    else selectNode(subject.key);
  };
  return (
    <li class="change-entry">
      <p>
        <strong>{of.what}</strong>
        {of.takenBackBy !== null && <span class="relation-note">taken back since</span>}
      </p>
      <p class="rail-note">
        <button type="button" class="link" onClick={open}>
          <bdi>{subject.name === subject.key ? shownName(subject.key) : withoutTurns(subject.name)}</bdi>
        </button>
        , by <bdi>{of.by}</bdi>, <time dateTime={of.on}>{formatDate(of.on)}</time>
        {of.why && (
          <>
            : <bdi>{of.why}</bdi>
          </>
        )}
      </p>
      {of.parts.length > 0 && (
        <details>
          <summary class="link">{count(of.parts.length, 'part')} before and after</summary>
          <ul class="change-parts">
            {of.parts.map((part) => (
              <Part key={`${part.part} ${part.id}`} of={part} nameOf={nameOf} />
            ))}
          </ul>
        </details>
      )}
      {takingBack.value === of.key ? (
        <Form of={of} />
      ) : (
        canDecide() &&
        of.takenBackBy === null && (
          <button
            ref={opener}
            type="button"
            class="link"
            aria-label={`Take back: ${of.what}`}
            onClick={() => askToTakeBack(of.key)}
          >
            Take back
          </button>
        )
      )}
    </li>
  );
}
