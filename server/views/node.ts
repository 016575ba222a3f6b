// Makes a stored record into a node of an answer, with the name to write beside it.
import type { NodeView } from '../schema/view.ts';
import { allLabels, helperLabels } from './kinds.ts';
import { compare } from './order.ts';
import { textOf, toProperties } from './properties.ts';

interface Row {
  key: string;
  labels: readonly string[];
  properties: Readonly<Record<string, unknown>>;
  outlet?: string | null;
  claim?: string | null;
}

/** Without the helper labels; those of the model in its order, others after them. */
export function shownLabels(labels: readonly string[]): string[] {
  const rank = (label: string) => (allLabels.indexOf(label) + allLabels.length + 1) % (allLabels.length + 1);
  return labels.filter((label) => !helperLabels.has(label)).sort((a, b) => rank(a) - rank(b) || compare(a, b));
}

/** "Politico, 2024-10-23", or less where less is known. */
export function articleName(properties: Readonly<Record<string, unknown>>, outlet: string | null, key: string): string {
  const title = textOf(properties.title);
  if (title !== null) return title;
  const day = textOf(properties.publishedTo) ?? textOf(properties.publishedFrom);
  return [outlet, day?.slice(0, 10)].filter((part) => part !== null && part !== undefined).join(', ') || key;
}

function nameOf(row: Row, label: string | undefined): string {
  const { properties } = row;
  if (label === 'Article') return articleName(properties, row.outlet ?? null, row.key);
  if (label === 'Assertion') return textOf(properties.quote) ?? row.claim ?? row.key;
  const named = ['name', 'descriptor', 'text', 'occasion', 'saidOn'].map((name) => textOf(properties[name]));
  return named.find((name) => name !== null) ?? row.key;
}

export function nodeView(row: Row): NodeView {
  const labels = shownLabels(row.labels);
  const hidden =
    labels[0] === 'Article' ? ['key', 'text', 'textIndex'] : ['key', 'nameIndex', 'textIndex', 'curatedAliases'];
  return { key: row.key, labels, name: nameOf(row, labels[0]), properties: toProperties(row.properties, hidden) };
}
