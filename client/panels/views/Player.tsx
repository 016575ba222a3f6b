// A story as it is played: the caption under the view, where one is in it, and the keys for next, previous and end.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { endStory, goToStoryStep, playing } from '../../state/views/play.ts';

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at) => at + 1,
  ArrowDown: (at) => at + 1,
  PageDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowUp: (at) => at - 1,
  PageUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** Before anything else on the page: what is under a presentation has no keys. */
function onKey(event: KeyboardEvent): void {
  const now = playing.peek();
  if (now === null) return;
  event.stopPropagation();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const last = now.story.steps.length - 1;
  if (event.key === 'Escape') void endStory();
  else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement))
    void goToStoryStep(now.at + (event.shiftKey ? -1 : 1));
  else if (moves[event.key]) void goToStoryStep(moves[event.key]?.(now.at, last) ?? now.at);
  else return;
  event.preventDefault();
}

function Playing({ now: { story, at } }: { now: NonNullable<typeof playing.value> }) {
  const region = useRef<HTMLElement>(null);
  // At once, so that no key goes elsewhere once the story is to be seen.
  useLayoutEffect(() => {
    const before = document.activeElement;
    window.addEventListener('keydown', onKey, true);
    region.current?.focus();
    return () => {
      window.removeEventListener('keydown', onKey, true);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const of = story.steps.length;
  return (
    <section class="player" aria-label={`Story: ${story.title}`} ref={region} tabIndex={-1}>
      <div class="player-progress" aria-hidden="true">
        <span style={{ width: `${((at + 1) / of) * 100}%` }} />
      </div>
      <div class="player-caption" aria-live="polite">
        <p class="player-place">
          <span class="visually-hidden">Step </span>
          {at + 1} of {of}
          <span class="player-title">{story.title}</span>
        </p>
        <p class="player-words">{story.steps[at]?.caption}</p>
      </div>
      <div class="player-tools">
        <button type="button" class="button" disabled={at === 0} onClick={() => void goToStoryStep(at - 1)}>
          Previous
        </button>
        <button
          type="button"
          class="button primary"
          disabled={at === of - 1}
          onClick={() => void goToStoryStep(at + 1)}
        >
          Next
        </button>
        <button type="button" class="button quiet" onClick={() => void endStory()}>
          End
        </button>
      </div>
    </section>
  );
}

export const Player = () => playing.value && <Playing now={playing.value} />;
