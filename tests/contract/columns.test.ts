// The graph in columns is the same graph as in plain JSON, for every way of asking, on both engines.
import { expect, it } from 'vitest';
import { GraphReader } from '../../client/graph/columns.ts';
import { columnsType } from '../../server/schema/columns.ts';
import { addresses } from './addresses.ts';
import { bundledApi } from './api.ts';
import { describeEngines } from './engines.ts';

describeEngines('the graph in columns', (engine) => {
  const api = bundledApi(engine);
  it('is the same graph', async () => {
    const paths = (await addresses(api)).filter((path) => path.startsWith('/api/graph'));
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      const plain = await api.get(path);
      const response = await api.get(path, { accept: columnsType });
      expect(response.status).toBe(plain.status);
      if (plain.status !== 200) continue;
      expect(response.headers.get('content-type')).toBe(`${columnsType}; charset=utf-8`);
      const reader = new GraphReader();
      for (const line of (await response.text()).trimEnd().split('\n')) reader.add(line);
      expect(reader.graph, path).toStrictEqual(await plain.json());
    }
  });

  it('comes only to who asks for it by name, which whatever keeps answers is told', async () => {
    for (const [accept, type] of [
      [columnsType.toUpperCase(), columnsType],
      [`text/html, ${columnsType} ; q=0.1`, columnsType],
      [`${columnsType};q=0`, 'application/json'],
      [`${columnsType};q=0.000, */*`, 'application/json'],
      [`${columnsType}2`, 'application/json'],
      ['application/*', 'application/json'],
    ] as const) {
      const response = await api.get('/api/graph', { accept });
      expect(response.headers.get('content-type'), accept).toBe(`${type}; charset=utf-8`);
      expect(response.headers.get('vary')).toContain('Accept,');
      await response.text();
    }
  });
});
