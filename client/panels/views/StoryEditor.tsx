// A story being written: its title, its steps in order with their captions, and the views that come in.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { views } from '../../state/views/list.ts';
import {
  addPresentView,
  addSavedView,
  asNewStory,
  keepStory,
  type NotKept,
  type StoryDraft,
  setTitle,
  storyDraft,
} from '../../state/views/stories.ts';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { fieldValue } from '../../ui/field.ts';
import { focusNext } from '../../ui/focus.ts';
import { newStoryButton } from './focus-names.ts';
import { SavedBy } from './SavedBy.tsx';
import { StorySteps } from './StorySteps.tsx';

export function StoryEditor({ of }: { of: StoryDraft }) {
  const wrong = useSignal<NotKept | undefined>(undefined);
  const busy = useSignal(false);
  const title = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const save = async (event: Event) => {
    event.preventDefault();
    busy.value = true;
    wrong.value = await keepStory();
    busy.value = false;
    if (wrong.value === undefined) focusNext(newStoryButton);
  };
  return (
    <form class="story-form" aria-label="Story" onSubmit={(event) => void save(event)}>
      <label for="story-title">Title</label>
      <input
        id="story-title"
        ref={title}
        type="text"
        value={of.title}
        maxLength={200}
        autocomplete="off"
        onInput={(event) => setTitle(fieldValue(event))}
      />
      <StorySteps steps={of.steps} />
      <div class="story-add">
        <button type="button" class="button" onClick={addPresentView}>
          Add this view
        </button>
        {views.value.length > 0 && (
          <select
            aria-label="Add a saved view"
            value=""
            onChange={async (event) => {
              const key = event.currentTarget.value;
              event.currentTarget.value = '';
              if (key === '') return;
              const words = await addSavedView(key);
              wrong.value = words === undefined ? undefined : { words };
            }}
          >
            <option value="">Add a saved view…</option>
            {views.value.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
      <p class="rail-note">Close this to turn to the next view; what is written here stays until it is saved.</p>
      <SavedBy />
      <FormProblem words={wrong.value?.words ?? ''}>
        {of.key !== null && wrong.value?.apart && (
          <button type="button" class="button" onClick={asNewStory}>
            Keep as a new story
          </button>
        )}
      </FormProblem>
      <div class="form-actions">
        <button type="submit" class="button primary" disabled={busy.value}>
          Save the story
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            storyDraft.value = null;
            focusNext(newStoryButton);
          }}
        >
          Cancel
        </button>
      </div>
    </form>
  );
}
