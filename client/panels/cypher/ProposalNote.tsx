// The note on a statement that a language model proposed: by whom, for which question, and what the gate says of it.
import { closeProposal, draft } from '../../state/cypher/drafts.ts';
import { run } from '../../state/cypher/runs.ts';
import { IconButton } from '../../ui/basics.tsx';

export function ProposalNote() {
  const { proposal, text } = draft.value;
  if (!proposal) return null;
  const { question, statement, explanation, model, refusal } = proposal;
  const changed = text !== statement;
  return (
    <div class="proposal-note">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section class="proposal-text" tabIndex={0} aria-label="Proposed statement">
        <p>
          <strong>Proposed by {model}</strong> for “{question}”. Check it before you run it: a language model may
          mistake the question or the data.
        </p>
        {explanation !== null && <p class="proposal-words">{explanation}</p>}
        {!changed && refusal === null && (
          <p class="proposal-verdict">
            The gate lets it through: it only reads.{run.value === undefined && ' It was not run.'}
          </p>
        )}
        {!changed && refusal !== null && (
          <p class="proposal-verdict refused">
            <strong>The gate refuses it.</strong> {refusal}
          </p>
        )}
        {changed && <p class="proposal-verdict muted">Changed since it was proposed.</p>}
      </section>
      <IconButton icon="close" label="Close the note on the proposal" onClick={closeProposal} />
    </div>
  );
}
