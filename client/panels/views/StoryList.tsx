// The stories as a list: play one, send its address, change it, take it away, write a new one.
import { useSignal } from '@preact/signals';
import type { StoryHead } from '../../../server/schema/saved.ts';
import { cannotSave, viewsOpen } from '../../state/views/list.ts';
import { playStory } from '../../state/views/play.ts';
import { editStory, newStory, removeStory, stories, storyList } from '../../state/views/stories.ts';
import { count } from '../../text/format.ts';
import { savedLine } from '../../text/saved-line.ts';
import { FailureCard } from '../../ui/basics.tsx';
import { focusNext, useFocusTurn } from '../../ui/focus.ts';
import { newStoryButton } from './focus-names.ts';
import { SavedRow } from './SavedRow.tsx';

function Row({ of }: { of: StoryHead }) {
  const wrong = useSignal('');
  const play = () => {
    viewsOpen.value = false;
    void playStory(of.key);
  };
  return (
    <SavedRow
      kind="story"
      of={{ key: of.key, name: of.title }}
      verb="Play"
      onOpen={play}
      note={`${count(of.steps, 'step')}, ${savedLine(of)}`}
      wrong={wrong.value}
      onRemove={async () => {
        wrong.value = (await removeStory(of)) ?? '';
        focusNext(newStoryButton);
      }}
    >
      <button
        type="button"
        class="button quiet"
        aria-label={`Edit ${of.title}`}
        onClick={async () => {
          wrong.value = (await editStory(of.key)) ?? '';
        }}
      >
        Edit
      </button>
    </SavedRow>
  );
}

export function StoryList() {
  const button = useFocusTurn<HTMLButtonElement>(newStoryButton);
  const status = storyList.status.value;
  if (status.state === 'failed') return <FailureCard failure={status.failure} retry={storyList.retry} />;
  return (
    <section class="stories" aria-label="Stories">
      <h3>Stories</h3>
      {stories.value.length === 0 ? (
        <p class="rail-note">A story shows views one after the other, each with a caption.</p>
      ) : (
        <ul class="saved-list">
          {stories.value.map((one) => (
            <Row key={one.key} of={one} />
          ))}
        </ul>
      )}
      {cannotSave.value === undefined && (
        <button ref={button} type="button" class="button" onClick={newStory}>
          New story
        </button>
      )}
    </section>
  );
}
