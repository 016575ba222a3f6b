// The brief: chosen above, shown as the page it is, copied, kept or printed.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import {
  briefAmong,
  briefHolder,
  briefPage,
  briefPlan,
  briefPlans,
  choosePlan,
  copyBrief,
  keepBrief,
} from '../state/brief.ts';
import { findActors } from '../state/find.ts';
import { bodies } from '../state/stances.ts';
import { theme } from '../state/theme.ts';
import { Empty, Progress } from '../ui/basics.tsx';
import { Combobox } from '../ui/Combobox.tsx';
import { fieldValue } from '../ui/field.ts';
import { countAllIfFiltered } from './count-all.ts';

function Choices() {
  const holder = briefHolder.value;
  return (
    <div class="brief-choices">
      <label>
        <span class="brief-label">Plan</span>
        <select value={briefPlan.value ?? ''} onChange={(event) => choosePlan(fieldValue(event))}>
          {briefPlans.value.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div class="brief-holder">
        <span class="brief-label" aria-hidden="true">
          Holder
        </span>
        {holder === null ? (
          <Combobox
            label="Only the positions of"
            placeholder="Everybody"
            find={findActors}
            clears
            onPick={({ key, name }) => {
              briefHolder.value = { key, name };
            }}
          />
        ) : (
          <button
            type="button"
            class="button"
            title="Take everybody again"
            onClick={() => {
              briefHolder.value = null;
            }}
          >
            {holder.name} ×
          </button>
        )}
      </div>
      {bodies.value.length > 0 && (
        <label>
          <span class="brief-label">Silent members of</span>
          <select
            value={briefAmong.value ?? ''}
            onChange={(event) => {
              briefAmong.value = fieldValue(event) || null;
            }}
          >
            <option value="">Do not name them</option>
            {bodies.value.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

export function BriefTab() {
  const frame = useRef<HTMLIFrameElement>(null);
  const page = briefPage.value;
  const written = useSignal<string | undefined>(undefined);
  /** A frame follows the system, where somebody may have chosen otherwise for this page. */
  const dress = () => {
    const root = frame.current?.contentDocument?.documentElement;
    if (root) root.dataset.theme = theme.value;
  };
  useLayoutEffect(dress, [theme.value]);
  if (page === undefined) {
    return (
      <section class="brief-tab" aria-label="Brief">
        <Empty title="There is nothing to write about yet" action={countAllIfFiltered()}>
          Once articles give somebody a position on a plan, a brief on it can be read and handed on here.
        </Empty>
      </section>
    );
  }
  const wanted = `${page.version} ${page.address}`;
  return (
    <section class="brief-tab" aria-label="Brief">
      <header class="brief-bar">
        <Choices />
        <div class="brief-actions">
          <button type="button" class="button" onClick={() => void copyBrief()}>
            Copy Markdown
          </button>
          <button type="button" class="button" onClick={() => void keepBrief('md')}>
            Save .md
          </button>
          <button type="button" class="button" onClick={() => void keepBrief('html')}>
            Save .html
          </button>
          <button type="button" class="button" onClick={() => frame.current?.contentWindow?.print()}>
            Print
          </button>
        </div>
      </header>
      {written.value !== wanted && <Progress what="Writing the brief" />}
      <iframe
        // The same address is read anew only by a new frame.
        key={page.version}
        ref={frame}
        onLoad={() => {
          written.value = wanted;
          dress();
        }}
        class="brief-page"
        title="The brief as a page"
        src={page.address}
        sandbox="allow-same-origin allow-modals allow-popups"
      />
    </section>
  );
}
