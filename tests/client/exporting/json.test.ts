// What the explorer asks the server for when somebody keeps a JSON export.
import { expect, test } from 'vitest';
import { exportRequest } from '../../../client/state/exporting/json.ts';
import { noFilter } from '../../../client/state/view-url.ts';
import { ExportRequest } from '../../../server/schema/exchange.ts';

const nodes = ['country:a', 'plan:x'];

test('what is shown goes with the evidence filter, in the form that the server takes', () => {
  const filter = { ...noFilter, asOf: '2024-10-24', without: new Set(['outlet:b', 'article:a']) };
  const request = exportRequest({ of: 'shown' }, nodes, filter, false);
  expect(request).toEqual({ nodes, texts: false, filter: { asOf: '2024-10-24', without: 'article:a,outlet:b' } });
  expect(ExportRequest.parse(request).filter?.without).toEqual(['article:a', 'outlet:b']);
  expect(exportRequest({ of: 'shown' }, nodes, noFilter, false)).toEqual({ nodes, texts: false });
});

test('all there is goes whatever is filtered; of another database only the nodes', () => {
  const filter = { ...noFilter, asOf: '2024-10-24' };
  expect(exportRequest({ of: 'all', texts: true }, nodes, filter, false)).toEqual({ texts: true });
  expect(exportRequest({ of: 'all' }, nodes, filter, true)).toEqual({ nodes });
});
