// The ledger: every contradiction by question, with filters by type, plan and disposition.
import type { ContradictionView } from '../../server/schema/comparison.ts';
import type { DispositionState } from '../../server/schema/ledger.ts';
import { isFiltered } from '../api.ts';
import { toggled } from '../state/filters/sets.ts';
import { byQuestion, everything, ledger, ledgerFilter, passes, type Question, tallies } from '../state/ledger.ts';
import { evidenceFilter } from '../state/view.ts';
import { count, formatNumber } from '../text/format.ts';
import { contradictionTypes, dispositionTitle, typeWords } from '../text/ledger.ts';
import { Empty, FailureCard, Progress } from '../ui/basics.tsx';
import { Pager } from '../ui/Pager.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { ContradictionCard } from './ContradictionCard.tsx';
import { countAllIfFiltered } from './count-all.ts';

const states: readonly DispositionState[] = ['open', 'explained', 'settled'];

/** The types as switches, those that there are; none pressed shows all. */
function Types({ rows }: { rows: readonly ContradictionView[] }) {
  const filter = ledgerFilter.value;
  return (
    <fieldset class="type-switches">
      <legend class="visually-hidden">Type</legend>
      {tallies(rows, contradictionTypes, (row) => row.type)
        .filter((one) => one.count > 0)
        .map(({ value, count: number }) => (
          <button
            key={value}
            type="button"
            class="type-switch"
            aria-pressed={filter.types.has(value)}
            title={typeWords[value].meaning}
            onClick={() => {
              ledgerFilter.value = { ...filter, types: toggled(filter.types, value) };
            }}
          >
            <span class="type-sign" aria-hidden="true">
              {typeWords[value].mark}
            </span>
            {typeWords[value].title} <span class="tally">{formatNumber(number)}</span>
          </button>
        ))}
    </fieldset>
  );
}

function Choices({ rows }: { rows: readonly ContradictionView[] }) {
  const filter = ledgerFilter.value;
  const plans = new Map(rows.flatMap((row) => (row.plan ? [[row.plan.key, row.plan.name] as const] : [])));
  const sorted = [...plans].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
  return (
    <>
      <SelectField
        label="Plan"
        value={filter.plan ?? ''}
        options={[{ value: '', title: 'All plans' }, ...sorted.map(([value, title]) => ({ value, title }))]}
        onChange={(value) => {
          ledgerFilter.value = { ...filter, plan: value || null };
        }}
      />
      <SelectField
        label="Disposition"
        value={filter.disposition ?? ''}
        options={[
          { value: '', title: 'Any' },
          ...tallies(rows, states, (row) => row.disposition.state).map(({ value, count: number }) => ({
            value,
            title: `${dispositionTitle[value]} (${formatNumber(number)})`,
          })),
        ]}
        onChange={(value) => {
          ledgerFilter.value = { ...filter, disposition: states.find((state) => state === value) ?? null };
        }}
      />
    </>
  );
}

/** All nine types, each in a sentence. */
const Meanings = () => (
  <details class="meanings">
    <summary>What the nine types mean</summary>
    <dl>
      {contradictionTypes.map((type) => (
        <div key={type}>
          <dt>
            <span class="type-sign" aria-hidden="true">
              {typeWords[type].mark}
            </span>
            {typeWords[type].title}
          </dt>
          <dd>{typeWords[type].meaning}</dd>
        </div>
      ))}
    </dl>
    <p class="rail-note">The first four contest what they bear on; the others are shown as what they are.</p>
  </details>
);

const Group = ({ question }: { question: Question }) => (
  <section class="question">
    <h3>
      {question.title} <span class="tally">{formatNumber(question.rows.length)}</span>
    </h3>
    {question.rows.map((row) => (
      <ContradictionCard key={row.key} entry={row} />
    ))}
  </section>
);

function Entries({ rows }: { rows: readonly ContradictionView[] }) {
  const passing = rows.filter((row) => passes(row, ledgerFilter.value));
  if (rows.length === 0) {
    return (
      <Empty title="No report contradicts another" action={countAllIfFiltered()}>
        {isFiltered(evidenceFilter.value)
          ? 'Only some of the articles count at the moment; with all of them, there may be entries.'
          : 'Articles in which somebody denies what another asserts, or gives a holder two positions on one plan, would fill the ledger.'}
      </Empty>
    );
  }
  if (passing.length === 0) {
    return (
      <Empty
        title="Every entry is filtered out"
        action={{
          title: `Show all ${count(rows.length, 'entry')}`,
          run: () => {
            ledgerFilter.value = everything;
          },
        }}
      >
        Choose other types, another plan or disposition.
      </Empty>
    );
  }
  const questions = byQuestion(passing);
  return (
    <Pager
      label="Ledger"
      rows={questions}
      size={40}
      key={JSON.stringify([...ledgerFilter.value.types, ledgerFilter.value.plan, ledgerFilter.value.disposition])}
    >
      {(shown) => shown.map((question) => <Group key={question.key} question={question} />)}
    </Pager>
  );
}

export function LedgerTab() {
  const status = ledger.status.value;
  const found = status.state === 'ready' ? status.value : status.state === 'loading' ? status.previous : undefined;
  if (status.state === 'failed') {
    return (
      <section class="ledger-tab" aria-label="Ledger">
        <FailureCard failure={status.failure} retry={ledger.retry} />
      </section>
    );
  }
  if (!found) {
    return (
      <section class="ledger-tab" aria-label="Ledger">
        <Progress what="Comparing the reports" stop={ledger.stop} />
      </section>
    );
  }
  const contesting = found.rows.filter((row) => row.contests).length;
  return (
    <section class="ledger-tab" aria-label="Ledger">
      <header>
        <h2>Where the reports contradict each other</h2>
        <p class="rail-note">
          {count(found.rows.length, 'entry')}, of which {formatNumber(contesting)}{' '}
          {contesting === 1 ? 'contests' : 'contest'} what is reported. Nothing is ever taken out of the ledger.
        </p>
        <Types rows={found.rows} />
        <div class="ledger-choices">
          <Choices rows={found.rows} />
        </div>
        <Meanings />
      </header>
      <Entries rows={found.rows} />
    </section>
  );
}
