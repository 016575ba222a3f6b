// Hypotheses on an unnamed source: the same as another, or a certain actor; what that changes, and taking it back.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { NodeView } from '../../server/schema/view.ts';
import { textOf, typeOf } from '../graph/model.ts';
import { by, canDecide, hypotheses, lastReport, suppose, withdraw } from '../state/decide.ts';
import { findActors, findSources } from '../state/find.ts';
import { madeBefore, revisedSince } from '../text/earlier.ts';
import { formatNumber } from '../text/format.ts';
import { NodeLink } from '../ui/basics.tsx';
import { Combobox } from '../ui/Combobox.tsx';
import { fieldValue } from '../ui/field.ts';
import { focusNext, useFocusTurn } from '../ui/focus.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { Report } from './Report.tsx';

type Kind = 'sameAs' | 'identifiedAs';
const opener = 'suppose who it is';
const changed = 'what the hypothesis changed';

function Form({ source, onDone }: { source: NodeView; onDone: (then: string) => void }) {
  const kind = useSignal<Kind>('sameAs');
  const other = useSignal<{ key: string; name: string } | null>(null);
  const confidence = useSignal('0.5');
  const id = useId();
  const decide = async (why: string | undefined) => {
    const picked = other.value;
    if (!picked) return;
    const more = { by: by.value.trim(), confidence: Number(confidence.value), ...(why === undefined ? {} : { why }) };
    const body =
      kind.value === 'sameAs'
        ? { source: source.key, sameAs: picked.key, ...more }
        : { source: source.key, identifiedAs: picked.key, ...more };
    if (await suppose(body)) onDone(changed);
  };
  return (
    <DecisionForm
      action="Suppose it"
      missing={other.value === null ? 'Choose who it is.' : undefined}
      onCancel={() => onDone(opener)}
      onDecide={decide}
    >
      <label for={id}>This source</label>
      <select
        id={id}
        value={kind.value}
        onChange={(event) => {
          kind.value = fieldValue(event) as Kind;
          other.value = null;
        }}
      >
        <option value="sameAs">is the same as another unnamed source</option>
        <option value="identifiedAs">is a certain actor</option>
      </select>
      <Combobox
        key={kind.value}
        label={kind.value === 'sameAs' ? 'The other source' : 'The actor'}
        placeholder={kind.value === 'sameAs' ? 'How it is described' : 'Name'}
        value={other.value?.name ?? ''}
        find={(query, signal) =>
          kind.value === 'sameAs' ? findSources(query, source.key, signal) : findActors(query, signal)
        }
        onPick={({ key, name }) => {
          other.value = { key, name };
        }}
      />
      <label for={`${id}-confidence`}>Confidence: {Math.round(Number(confidence.value) * 100)} %</label>
      <input
        id={`${id}-confidence`}
        type="range"
        min="0"
        max="1"
        step="0.05"
        value={confidence.value}
        onInput={(event) => {
          confidence.value = fieldValue(event);
        }}
      />
    </DecisionForm>
  );
}

async function takeBack(key: string): Promise<void> {
  if (await withdraw(key)) focusNext(changed);
}

export function Hypotheses({ source }: { source: NodeView }) {
  const open = useSignal(false);
  const button = useFocusTurn<HTMLButtonElement>(opener);
  const status = hypotheses.status.value;
  if (typeOf(source) !== 'Source' || textOf(source, 'kind') !== 'anonymous') return null;
  const all = status.state === 'ready' ? status.value.hypotheses : [];
  const known = all.filter((one) => one.source.key === source.key || one.other.key === source.key);
  const before = madeBefore(all, source.key);
  const report = lastReport.value?.report;
  return (
    <section class="relations">
      <h3>
        Who it may be <span class="tally">{known.length}</span>
      </h3>
      <ul>
        {known.map((one) => (
          <li class="hypothesis" key={one.key}>
            <span>
              {one.type === 'SAME_AS' ? 'The same as ' : 'Is '}
              <NodeLink node={one.source.key === source.key ? one.other : one.source} />
            </span>
            <span class="relation-note">
              {formatNumber(Math.round(one.confidence * 100))} %, by {one.by}
              {one.why ? `: ${one.why}` : ''}
              {revisedSince(one, source.key) && `, ${revisedSince(one, source.key)}`}
            </span>
            {canDecide() && (
              <button type="button" class="link" onClick={() => void takeBack(one.key)}>
                Take back
              </button>
            )}
          </li>
        ))}
      </ul>
      {before.map((one) => (
        <p class="rail-note" key={one.key}>
          Of its earlier text {one.by} supposed: {one.source.name} {one.type === 'SAME_AS' ? 'and' : 'is'}{' '}
          {one.other.name}
          {one.type === 'SAME_AS' ? ' are the same' : ''}. That is not supposed of this text.
        </p>
      ))}
      {known.length === 0 && (
        <p class="rail-note">
          Nobody has supposed who it is. A hypothesis changes the counts of origins, and can be taken back at any time.
        </p>
      )}
      {report && /^(?:SAME_AS|IDENTIFIED_AS)~/.test(report.key) && report.key.includes(source.key) && (
        <Report report={report} name={changed} />
      )}
      {canDecide() &&
        (open.value ? (
          <Form
            source={source}
            onDone={(then) => {
              open.value = false;
              focusNext(then);
            }}
          />
        ) : (
          <button
            ref={button}
            type="button"
            class="button"
            onClick={() => {
              open.value = true;
            }}
          >
            Suppose who it is
          </button>
        ))}
    </section>
  );
}
