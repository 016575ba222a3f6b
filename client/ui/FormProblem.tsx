// What keeps a form from doing what it is for, said at once; nothing where there is nothing.
import type { ComponentChildren } from 'preact';

/** `children` are ways out, beside the words. */
export const FormProblem = ({ words, children }: { words: string; children?: ComponentChildren }) =>
  words === '' ? null : (
    <p class="form-problem" role="alert">
      {words} {children}
    </p>
  );
