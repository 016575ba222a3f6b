// The steps of a story being written: captions, order by buttons or Alt and the arrow keys, views taken anew.
import { useSignal } from '@preact/signals';
import { notify } from '../../state/notices.ts';
import { type DraftStep, moveStep, removeStep, setCaption, takePresentView } from '../../state/views/stories.ts';
import { fieldValue } from '../../ui/field.ts';
import { Twice } from '../../ui/Twice.tsx';

const idOf = (id: number): string => `story-step-${id}`;

export function StorySteps({ steps }: { steps: readonly DraftStep[] }) {
  const said = useSignal('');
  const move = (id: number, by: 1 | -1) => {
    const at = moveStep(id, by);
    if (at === undefined) return;
    said.value = `Now step ${at} of ${steps.length}.`;
    // Moved in the page, the field has lost the focus.
    requestAnimationFrame(() => document.getElementById(idOf(id))?.focus());
  };
  return (
    <>
      <ol class="story-steps" aria-label="Steps of the story">
        {steps.map(({ id, caption }, index) => (
          <li
            key={id}
            onKeyDown={(event) => {
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              move(id, event.key === 'ArrowUp' ? -1 : 1);
            }}
          >
            <label for={idOf(id)}>Caption of step {index + 1}</label>
            <textarea
              id={idOf(id)}
              rows={2}
              maxLength={4000}
              value={caption}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onInput={(event) => setCaption(id, fieldValue(event))}
            />
            <div class="saved-actions">
              <button
                type="button"
                class="button quiet"
                aria-label={`Earlier: step ${index + 1}`}
                disabled={index === 0}
                onClick={() => move(id, -1)}
              >
                Earlier
              </button>
              <button
                type="button"
                class="button quiet"
                aria-label={`Later: step ${index + 1}`}
                disabled={index === steps.length - 1}
                onClick={() => move(id, 1)}
              >
                Later
              </button>
              <button
                type="button"
                class="button quiet"
                aria-label={`Take this view for step ${index + 1}`}
                onClick={() => {
                  takePresentView(id);
                  notify(`Step ${index + 1} now shows this view.`);
                }}
              >
                Take this view
              </button>
              <Twice
                text="Remove"
                label={`Remove step ${index + 1}`}
                sure="Remove the step"
                onSure={() => removeStep(id)}
              />
            </div>
          </li>
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
    </>
  );
}
