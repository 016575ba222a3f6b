// The menu of layouts: which there are, which is chosen, and what can be done about forces and pins.
import { useRef } from 'preact/hooks';
import { type LayoutName, layoutNames } from '../graph/layouts/names.ts';
import { isForeign } from '../state/data.ts';
import { chooseLayout, layoutName, resumeForces, stopLayout, underWay } from '../state/layout.ts';
import { unpin } from '../state/pins.ts';
import { canvas } from '../state/view.ts';
import { count } from '../text/format.ts';
import { layoutMeaning, layoutTitle } from '../text/layouts.ts';
import { placeUnder } from '../ui/float.ts';
import { Icon } from '../ui/marks.tsx';
import { walkList } from '../ui/walk.ts';

const Choice = ({ name, onChoose }: { name: LayoutName; onChoose: () => void }) => (
  <li>
    <button
      type="button"
      aria-pressed={layoutName.value === name}
      onClick={() => {
        chooseLayout(name);
        onChoose();
      }}
    >
      <span class="choice-name">{layoutTitle[name]}</span> <span class="choice-note">{layoutMeaning[name]}</span>
    </button>
  </li>
);

/** What goes on beside the choice: forces at work or at rest, and what is pinned. */
function Actions() {
  const pins = [...canvas.value.pins.keys()];
  const forces = layoutName.value === 'force';
  if (!forces && pins.length === 0) return null;
  return (
    <div class="layout-actions">
      {forces && (
        <button type="button" class="button" onClick={underWay.value === 'force' ? stopLayout : resumeForces}>
          {underWay.value === 'force' ? 'Stop the forces' : 'Let forces work on'}
        </button>
      )}
      {pins.length > 0 && (
        <button type="button" class="button" onClick={() => unpin(pins)}>
          Unpin {count(pins.length, 'node')}
        </button>
      )}
    </div>
  );
}

export function LayoutMenu() {
  const button = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);
  const names = layoutNames.filter((name) => name !== 'explorer' || !isForeign.value);
  const onToggle = (event: ToggleEvent) => {
    const list = popover.current;
    if (event.newState !== 'open' || !list) return;
    placeUnder(button.current, list);
    list.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={`Layout: ${layoutTitle[layoutName.value]}`}
        title={`Layout: ${layoutTitle[layoutName.value]}`}
        popovertarget="layout-popover"
      >
        <Icon name="layout" />
      </button>
      <div id="layout-popover" class="popover layout-popover" popover="auto" ref={popover} onToggle={onToggle}>
        <h2>Layout</h2>
        <ul class="layout-choices" aria-label="Layouts" onKeyDown={walkList}>
          {names.map((name) => (
            <Choice key={name} name={name} onChoose={() => popover.current?.hidePopover()} />
          ))}
        </ul>
        <Actions />
      </div>
    </>
  );
}
