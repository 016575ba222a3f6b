// Above the buttons of a form: that somebody else changed the same meanwhile, and the way to look at it and back.
import { meanwhile } from '../../state/edit/meanwhile.ts';
import { FormProblem } from '../../ui/FormProblem.tsx';

export function Meanwhile() {
  const told = meanwhile.value;
  if (told === null) return null;
  return (
    <FormProblem words={told.words}>
      {told.swap && (
        <button type="button" class="link" onClick={told.swap}>
          {told.shows === 'mine' ? 'Show what stands now' : 'Show what I typed'}
        </button>
      )}
    </FormProblem>
  );
}
