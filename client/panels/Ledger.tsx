// The ledger: every contradiction by question, with filters by type, plan and disposition.
import type { Contradictions } from '../../server/schema/comparison.ts';
import type { DispositionState } from '../../server/schema/ledger.ts';
import { isFiltered } from '../api.ts';
import { toggled } from '../state/filters/sets.ts';
import { byQuestion, everything, ledger, ledgerFilter, ledgerPage, type Question, turnPage } from '../state/ledger.ts';
import { evidenceFilter } from '../state/view.ts';
import { count, formatNumber } from '../text/format.ts';
import { contradictionTypes, dispositionTitle, typeWords } from '../text/ledger.ts';
import { Empty, FailureCard, Progress } from '../ui/basics.tsx';
import { PageNav } from '../ui/Pager.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { ContradictionCard } from './ContradictionCard.tsx';
import { countAllIfFiltered } from './count-all.ts';
import { WatchThis } from './watches/WatchThis.tsx';

type Counts = Contradictions['counts'];

const states: readonly DispositionState[] = ['open', 'explained', 'settled'];

/** The types as switches, those that there are; none pressed shows all. */
function Types({ counts }: { counts: Counts }) {
  const filter = ledgerFilter.value;
  return (
    <fieldset class="type-switches">
      <legend class="visually-hidden">Type</legend>
      {contradictionTypes
        .map((value) => ({ value, number: counts.types[value] ?? 0 }))
        .filter(({ number }) => number > 0)
        .map(({ value, number }) => (
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

function Choices({ counts }: { counts: Counts }) {
  const filter = ledgerFilter.value;
  return (
    <>
      <SelectField
        label="Plan"
        value={filter.plan ?? ''}
        options={[
          { value: '', title: 'All plans' },
          ...counts.plans.map(({ key, name }) => ({ value: key, title: name })),
        ]}
        onChange={(value) => {
          ledgerFilter.value = { ...filter, plan: value || null };
        }}
      />
      <SelectField
        label="Disposition"
        value={filter.disposition ?? ''}
        options={[
          { value: '', title: 'Any' },
          ...states.map((value) => ({
            value,
            title: `${dispositionTitle[value]} (${formatNumber(counts.dispositions[value] ?? 0)})`,
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

function Group({ question: { title, rows } }: { question: Question }) {
  const { holder, plan } = rows[0] ?? {};
  return (
    <section class="question">
      <h3>
        {title} <span class="tally">{formatNumber(rows.length)}</span>
      </h3>
      {holder && plan && (
        <WatchThis watches={{ kind: 'question', holder: holder.key, plan: plan.key }} what="question" />
      )}
      {rows.map((row) => (
        <ContradictionCard key={row.key} entry={row} />
      ))}
    </section>
  );
}

function Entries({ found: { rows, total, first, next, counts } }: { found: Contradictions }) {
  if (counts.entries === 0) {
    return (
      <Empty title="No report contradicts another" action={countAllIfFiltered()}>
        {isFiltered(evidenceFilter.value)
          ? 'Only some of the articles count at the moment; with all of them, there may be entries.'
          : 'Articles in which somebody denies what another asserts, or gives a holder two positions on one plan, would fill the ledger.'}
      </Empty>
    );
  }
  if (total === 0) {
    return (
      <Empty
        title="Every entry is filtered out"
        action={{
          title: `Show all ${count(counts.entries, 'entry')}`,
          run: () => {
            ledgerFilter.value = everything;
          },
        }}
      >
        Choose other types, another plan or disposition.
      </Empty>
    );
  }
  const page = ledgerPage.value;
  return (
    <>
      {byQuestion(rows).map((question) => (
        <Group key={question.key} question={question} />
      ))}
      {(next !== null || page > 0) && (
        <PageNav
          label="Ledger"
          page={page}
          pages={next === null ? page + 1 : page + 2}
          first={first}
          shown={rows.length}
          total={total}
          onPage={(wanted) => {
            turnPage(wanted > page ? next : null);
            document.querySelector('.ledger-tab')?.scrollIntoView({ block: 'start' });
          }}
        />
      )}
    </>
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
  const { entries, contesting } = found.counts;
  return (
    <section class="ledger-tab" aria-label="Ledger">
      <header>
        <h2>Where the reports contradict each other</h2>
        <p class="rail-note">
          {count(entries, 'entry')}, of which {formatNumber(contesting)} {contesting === 1 ? 'contests' : 'contest'}{' '}
          what is reported. Nothing is ever taken out of the ledger.
        </p>
        <Types counts={found.counts} />
        <div class="ledger-choices">
          <Choices counts={found.counts} />
        </div>
        <Meanings />
      </header>
      <Entries found={found} />
    </section>
  );
}
