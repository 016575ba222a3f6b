// Makes a stored record into a node of an answer, with the name to write beside it.
import { type NamedRow, recordName } from '../schema/record-name.ts';
import type { NodeView } from '../schema/view.ts';
import { allLabels, helperLabels } from './kinds.ts';
import { compare } from './order.ts';
import { toProperties } from './properties.ts';

interface Row extends NamedRow {
  labels: readonly string[];
}

/** Without the helper labels; those of the model in its order, others after them. */
export function shownLabels(labels: readonly string[]): string[] {
  const rank = (label: string) => (allLabels.indexOf(label) + allLabels.length + 1) % (allLabels.length + 1);
  return labels.filter((label) => !helperLabels.has(label)).sort((a, b) => rank(a) - rank(b) || compare(a, b));
}

export function nodeView(row: Row): NodeView {
  const labels = shownLabels(row.labels);
  const hidden =
    labels[0] === 'Article' ? ['key', 'text', 'textIndex'] : ['key', 'nameIndex', 'textIndex', 'curatedAliases'];
  return { key: row.key, labels, name: recordName(row, labels[0]), properties: toProperties(row.properties, hidden) };
}
