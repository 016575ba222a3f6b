// The field for a question in plain words, where the server has a language model: it proposes, and nothing is run.
import { useId, useRef } from 'preact/hooks';
import { askInWords, asking, languageModel, question, stopAsking, writeQuestion } from '../../state/cypher/words.ts';
import { isForeign } from '../../state/data.ts';
import { FailureCard } from '../../ui/basics.tsx';
import { useElapsed } from '../../ui/elapsed.ts';
import { fieldValue } from '../../ui/field.ts';
import { isPhone } from './layout.ts';

/** Whom is asked and for how long so far. */
function Busy({ model, since, cancel }: { model: string; since: number; cancel: () => void }) {
  const ms = useElapsed(() => performance.now() - since, since);
  return (
    <div class="progress words-busy">
      <span class="progress-bar" aria-hidden="true" />
      <span role="status">Asking {model}…</span>
      <span class="words-clock">{(ms.value / 1000).toFixed(1)} s</span>
      <button type="button" class="button" title="Cancel (Escape)" onClick={cancel}>
        Cancel
      </button>
    </div>
  );
}

function Field({ model, longest }: { model: string; longest: number }) {
  const [id, aboutId] = [useId(), useId()];
  const field = useRef<HTMLInputElement>(null);
  // The button that is pressed goes away, and the focus would go with it; on a phone it would bring the keyboard up.
  const keepFocus = () => {
    if (!isPhone()) field.current?.focus();
  };
  const ask = () => {
    keepFocus();
    void askInWords();
  };
  const now = asking.value;
  return (
    <div class="ask-words">
      <form
        class="words-form"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || now.state === 'idle') return;
          event.preventDefault();
          event.stopPropagation();
          stopAsking();
        }}
      >
        <label for={id}>Ask in plain words</label>
        <input
          ref={field}
          id={id}
          type="text"
          maxLength={longest}
          placeholder={isForeign.value ? 'Which are connected most?' : 'Who changed their position, and when?'}
          autocomplete="off"
          aria-describedby={aboutId}
          value={question.value}
          onInput={(event) => writeQuestion(fieldValue(event))}
        />
        {now.state === 'asking' ? (
          <Busy
            model={model}
            since={now.since}
            cancel={() => {
              keepFocus();
              stopAsking();
            }}
          />
        ) : (
          <button type="submit" class="button" disabled={question.value.trim() === ''}>
            Propose a statement
          </button>
        )}
      </form>
      <p class="rail-note" id={aboutId}>
        The question and the schema of the database go to {model}, none of its data. The statement that it proposes
        opens in a tab and runs only when you run it.
      </p>
      {now.state === 'failed' && <FailureCard failure={now.failure} retry={ask} />}
      <p class="visually-hidden" role="status">
        {now.state === 'answered' && 'A statement was proposed. It is in a tab of its own and was not run.'}
      </p>
    </div>
  );
}

export function AskInWords() {
  const model = languageModel.value;
  return model && <Field model={model.name} longest={model.questionLength} />;
}
