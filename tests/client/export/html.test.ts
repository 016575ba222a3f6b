// The data inside an exported page: whatever is in it, it stays data, and comes out as it went in.
import { expect, it } from 'vitest';
import { html } from '../../../client/export/html.ts';
import { type ViewerData, viewerNode } from '../../../client/export/viewer-data.ts';
import { hostileContents, means, small } from './contents.ts';

const template = '<title>__HEARSAY_TITLE__</title><script type="application/json">__HEARSAY_DATA__</script><p>';
const write = async (contents: ReturnType<typeof small>, asset = template) =>
  (await html(contents, means({ asset: () => Promise.resolve(asset) }))).text();

it.each([
  ['plain', small()],
  ['hostile', hostileContents()],
])('holds %s data that no script element ends in', async (_, contents) => {
  const text = await write(contents);
  const [, title, json] =
    /^<title>(.*)<\/title><script type="application\/json">([\s\S]*)<\/script><p>$/.exec(text) ?? [];
  expect(title).not.toContain('<');
  expect(json).not.toContain('<');
  const data = JSON.parse(json ?? '') as ViewerData;
  expect(data.about).toEqual(contents.about);
  expect(data.nodes).toEqual(contents.nodes.map(viewerNode));
  expect(data.edges.map(({ grounds }) => grounds)).toEqual(contents.edges.map(({ grounds }) => grounds));
  expect(data.articles).toEqual(contents.articles);
});

it('refuses a viewer that is not whole', async () => {
  await expect(write(small(), '<title>__HEARSAY_TITLE__</title>')).rejects.toThrow('npm run build');
});
