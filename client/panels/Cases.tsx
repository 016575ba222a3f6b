// The case chooser in the top bar: all articles, or those of one case, and the way to the cases' own page.
import { useRef } from 'preact/hooks';
import { cases, casesOpen, chooseCase, chosenCase, draft } from '../state/cases.ts';
import { articles } from '../state/data.ts';
import { canDecide } from '../state/decide.ts';
import { count } from '../text/format.ts';
import { useFocusTurn } from '../ui/focus.ts';
import { Icon } from '../ui/marks.tsx';

/** What the button is called by `focusNext`. */
export const caseChooser = 'choose a case';
const held = () => articles.value.filter((article) => article.held).length;

export function CaseChooser() {
  const popover = useRef<HTMLDivElement>(null);
  const button = useFocusTurn<HTMLButtonElement>(caseChooser);
  const now = chosenCase.value;
  const choose = (key: string | null) => {
    chooseCase(key);
    popover.current?.hidePopover();
  };
  const open = () => {
    popover.current?.hidePopover();
    draft.value = null;
    casesOpen.value = true;
  };
  return (
    <div class="case-chooser">
      <button
        ref={button}
        type="button"
        class={`button quiet${now ? ' on' : ''}`}
        popovertarget="case-popover"
        aria-label={now ? `Case: ${now.name}` : 'Case: all articles'}
      >
        <Icon name="folder" />
        <span>{now?.name ?? 'All articles'}</span>
      </button>
      <div id="case-popover" class="popover case-popover" popover="auto" ref={popover}>
        <ul class="choices" aria-label="Cases">
          <li>
            <button type="button" aria-pressed={now === undefined} onClick={() => choose(null)}>
              <span>All articles</span> <span class="tally">{held()}</span>
            </button>
          </li>
          {cases.value.map((one) => (
            <li key={one.key}>
              <button type="button" aria-pressed={now?.key === one.key} onClick={() => choose(one.key)}>
                <span>{one.name}</span> <span class="tally">{one.articles.length}</span>
              </button>
            </li>
          ))}
        </ul>
        {cases.value.length === 0 && (
          <p>A case collects some of the {count(held(), 'article')}; everything is then counted from those alone.</p>
        )}
        <div class="popover-actions">
          <button type="button" class="button" onClick={open}>
            {canDecide() ? 'Make and change cases' : 'Look at the cases'}
          </button>
        </div>
      </div>
    </div>
  );
}
