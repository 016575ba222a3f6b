// The rows as JSON, page by page: as plain values, or with their types as the server sent them.
import { useSignal } from '@preact/signals';
import { plainOf } from '../../graph/typed.ts';
import { distinctNames } from '../../state/cypher/export.ts';
import type { Run } from '../../state/cypher/run.ts';
import { PageNav } from '../../ui/Pager.tsx';

const pageSize = 50;

export function JsonResult({ run }: { run: Run }) {
  const typed = useSignal(false);
  const page = useSignal(0);
  const total = run.received.value;
  const names = distinctNames(run.columns.value ?? []);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const current = Math.min(page.value, pages - 1);
  const first = current * pageSize;
  const shown = Array.from({ length: Math.min(pageSize, total - first) }, (_, index) => run.rows.at(first + index));
  const plain = () => shown.map((row) => Object.fromEntries(row.map((value, at) => [names[at] ?? at, plainOf(value)])));
  return (
    <div class="json-result">
      <label class="json-switch">
        <input
          type="checkbox"
          checked={typed.value}
          onChange={(event) => {
            typed.value = event.currentTarget.checked;
          }}
        />{' '}
        With types, as the server sent it
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label="Rows as JSON">
        <pre class="code">{JSON.stringify(typed.value ? shown : plain(), null, 2)}</pre>
      </section>
      <PageNav
        label="JSON"
        page={current}
        pages={pages}
        first={first}
        shown={shown.length}
        total={total}
        onPage={(next) => {
          page.value = next;
        }}
      />
    </div>
  );
}
