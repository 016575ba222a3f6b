// What was run before, newest first, with a search over statements and parameters.
import { useSignal } from '@preact/signals';
import { openDraft } from '../../state/cypher/drafts.ts';
import { findPast, forgetHistory, history, type Past } from '../../state/cypher/history.ts';
import { count, formatDate } from '../../text/format.ts';
import { Empty } from '../../ui/basics.tsx';
import { fieldValue } from '../../ui/field.ts';
import { Pager } from '../../ui/Pager.tsx';
import { chosen } from './layout.ts';

const endings = { done: '', failed: 'failed', cancelled: 'cancelled' } as const;

function Entry({ past }: { past: Past }) {
  const ending = endings[past.outcome];
  return (
    <li class="history-item">
      <button
        type="button"
        class="library-open"
        onClick={() => {
          openDraft({ title: null, text: past.statement, fields: past.fields });
          chosen();
        }}
      >
        <code>{past.statement.slice(0, 300)}</code>
        <span class="library-about">
          {formatDate(past.at)} · {ending === '' ? `${count(past.rows, 'row')} in ${past.ms} ms` : ending}
        </span>
      </button>
    </li>
  );
}

export function History() {
  const words = useSignal('');
  const found = findPast(history.value, words.value);
  return (
    <>
      <input
        type="text"
        class="side-search"
        aria-label="Search the history"
        placeholder="Search the history"
        value={words.value}
        onInput={(event) => {
          words.value = fieldValue(event);
        }}
      />
      <div class="side-list">
        {history.value.length === 0 && (
          <Empty title="Nothing was run yet">What you run is kept here, in this browser only.</Empty>
        )}
        {history.value.length > 0 && found.length === 0 && (
          <Empty
            title="No run has these words"
            action={{
              title: 'List all runs',
              run: () => {
                words.value = '';
              },
            }}
          >
            Statements and their parameters are searched.
          </Empty>
        )}
        <Pager label="History" rows={found} size={50}>
          {(shown) => (
            <ul>
              {shown.map((past) => (
                <Entry key={`${past.at} ${past.statement}`} past={past} />
              ))}
            </ul>
          )}
        </Pager>
      </div>
      <div class="library-files">
        <button type="button" class="button" disabled={history.value.length === 0} onClick={forgetHistory}>
          Forget the history
        </button>
      </div>
    </>
  );
}
