// Metrics as columns of the table of nodes: what cells say, also while they are computed and where they are estimated.
import { beforeEach, expect, test } from 'vitest';
import { nodeColumns, nodeRows } from '../../client/panels/table/nodes.tsx';
import { dataset } from '../../client/state/data.ts';
import { measuring, metrics } from '../../client/state/metrics.ts';
import { applyView, tableColumns } from '../../client/state/view.ts';
import { defaultView } from '../../client/state/view-url.ts';
import { sortRows, turned } from '../../client/ui/table.ts';
import { sample } from './builders.ts';
import { measure } from './measure.ts';

beforeEach(() => {
  applyView(defaultView);
  dataset.value = sample;
  metrics.value = null;
  measuring.value = false;
});

const column = (id: string) => {
  const found = nodeColumns.value.find((one) => one.id === id);
  if (!found) throw new Error(`There is no column ${id}.`);
  return found;
};
const row = (key: string) => {
  const found = nodeRows.value.find(({ node }) => node.key === key);
  if (!found) throw new Error(`There is no row ${key}.`);
  return found;
};
/** The keys as the first press of a column's header sorts them. */
const sortedBy = (id: string) => {
  const { value, numeric } = column(id);
  const { descending } = turned({ column: 'name', descending: false }, id, numeric ?? false);
  return sortRows(nodeRows.value, value, ({ node }) => node.key, descending).map(({ node }) => node.key);
};

test('metrics are columns after the relations, only those that were chosen', () => {
  expect(nodeColumns.value.map(({ id }) => id)).not.toContain('pagerank');
  tableColumns.value = ['pagerank', 'component'];
  const ids = nodeColumns.value.map(({ id }) => id);
  expect(ids.slice(ids.indexOf('degree'))).toEqual(['degree', 'pagerank', 'component', 'first', 'last']);
});

test('the first press of a header sorts the largest first, shares and parts alike', () => {
  tableColumns.value = ['pagerank', 'betweenness', 'community', 'component'];
  measure();
  expect(sortedBy('pagerank')[0]).toBe('plan:invitation');
  expect(sortedBy('betweenness')[0]).toBe('plan:invitation');
  const parts = sortedBy('component').map((key) => row(key).metrics?.component);
  expect(parts[0]).toBe(0);
  expect(parts).toEqual([...parts].sort((a = 0, b = 0) => a - b));
  expect(column('component').text?.(row('plan:invitation'))).toBe('1: With NATO invitation for Ukraine');
});

test('until they are there, a file says that they are being computed; afterwards it has the whole number', () => {
  tableColumns.value = ['pagerank'];
  measuring.value = true;
  expect(column('pagerank').text?.(row('country:hu'))).toBe('being computed');
  measuring.value = false;
  expect(column('pagerank').text?.(row('country:hu'))).toBe('');
  measure();
  const share = Number(column('pagerank').text?.(row('country:hu')));
  expect(share).toBe(metrics.value?.of.get('country:hu')?.pagerank);
  expect(share).toBeGreaterThan(0);
});

test('betweenness from a sample is called an estimate', () => {
  tableColumns.value = ['betweenness'];
  measure();
  expect(column('betweenness').title).toBe('Betweenness');
  const known = metrics.value;
  if (known) metrics.value = { ...known, sampled: true };
  expect(column('betweenness').title).toBe('Betweenness, estimated');
  expect(column('betweenness').cell(row('plan:invitation'))).toMatch(/^≈ \d/);
});
