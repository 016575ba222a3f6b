// The end of every form of a change: why, who, what is wrong, and the two buttons; nothing is sent unsigned.
import type { Signal } from '@preact/signals';
import { by } from '../../state/decide.ts';
import { FormProblem } from '../../ui/FormProblem.tsx';
import { SignedAs } from '../SignedAs.tsx';
import { TextField } from './Field.tsx';
import { Meanwhile } from './Meanwhile.tsx';

interface SignatureProps {
  action: string;
  /** Absent where no reason is kept. */
  why?: Signal<string>;
  fault?: string | undefined;
  problem: string;
  busy: boolean;
  onCancel: () => void;
}

export const Signature = ({ action, why, fault, problem, busy, onCancel }: SignatureProps) => (
  <>
    {why && (
      <TextField
        label="Why"
        value={why.value}
        longest={2000}
        onChange={(value) => {
          why.value = value;
        }}
      />
    )}
    <SignedAs>
      <TextField
        label="Decided by"
        value={by.value}
        longest={200}
        fault={fault}
        onChange={(value) => {
          by.value = value;
        }}
      />
    </SignedAs>
    <FormProblem words={problem} />
    <Meanwhile />
    <div class="form-actions">
      {/* A button that is disabled loses the focus, and what is refused would leave it nowhere. */}
      <button type="submit" class="button primary" aria-disabled={busy}>
        {busy ? 'Saving …' : action}
      </button>
      <button type="button" class="button quiet" onClick={onCancel}>
        Cancel
      </button>
    </div>
  </>
);
