// Underlines what the server says of the statement, faults and warnings, and tells it where the cursor or the pointer is on it.
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import type { Text, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { StatementFault, StatementWarning } from '../../server/schema/cypher.ts';

/** The offset of a place, kept inside the text: by line and column, since what was checked may be another text by now. */
export function offsetOf(doc: Text, { line, column }: StatementFault['from']): number {
  if (line < 1) return 0;
  if (line > doc.lines) return doc.length;
  const { from, to } = doc.line(line);
  return Math.min(to, from + Math.max(0, column - 1));
}

function diagnosticOf(
  doc: Text,
  fault: StatementFault | StatementWarning,
  severity: Diagnostic['severity'],
): Diagnostic {
  let from = offsetOf(doc, fault.from);
  let to = offsetOf(doc, fault.to);
  // What is missing has no width: the letter before it is underlined.
  if (to <= from) [from, to] = from > 0 ? [from - 1, from] : [from, Math.min(doc.length, from + 1)];
  const message = fault.wayOut === null ? fault.message : `${fault.message} ${fault.wayOut}`;
  return { from, to, severity, message };
}

/** Puts these in the place of those shown before. */
export function showFaults(
  view: EditorView,
  faults: readonly StatementFault[],
  warnings: readonly StatementWarning[],
): void {
  const { doc } = view.state;
  const spec: TransactionSpec = setDiagnostics(view.state, [
    ...faults.map((fault) => diagnosticOf(doc, fault, 'error')),
    ...warnings.map((warning) => diagnosticOf(doc, warning, 'warning')),
  ]);
  view.dispatch(spec);
}
