// Addresses and storages that somebody mangled: each opens the page with a word on it, and never throws.
import { expect, it } from 'vitest';
import { describeInBrowser, drawnCounts, openPage, ready, served, settled } from './pages.ts';

const post = async (path: string, body: unknown): Promise<{ key: string }> => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(served().address + path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as { key: string };
};

const many = Array.from({ length: 300 }, (_, index) => `n~T${index}~blue`).join(',');

const mangled: readonly [string, RegExp][] = [
  ['view=', /view/i],
  ['view=__proto__', /There is no saved view “__proto__”/],
  ['view=%', /view/i],
  ['view=..%2F..%2Fapi%2Fstatus', /There is no saved view “/],
  ['view=view:never-saved', /no saved view “view:never-saved”/],
  [`view=view:${'a'.repeat(5000)}`, /There is no saved view “view:a{50,55}”/],
  ['story=', /story/i],
  ['story=constructor&step=1', /There is no story “constructor”\. The default view is shown/],
  ['story=story:never&step=9', /no story “story:never”/],
  ['style=%25E0%25A4%25A', /\(style\)/],
  ['style=n~__proto__', /\(style\)|^$/],
  ['style=n~Country~red;background:url(x)', /\(style\)/],
  ['style=n~Country~blue~1e309', /\(style\)/],
  [`style=${many}`, /\(style\)/],
  ['columns=__proto__', /\(columns\)/],
  ['columns=constructor,pagerank', /\(columns\)/],
  ['columns=,', /\(columns\)/],
  ['short=__proto__', /\(short\)/],
  ['short=order', /no room for all of its view/],
  ['short=', /\(short\)/],
  ['pin=%25E0%25A4,1,2', /\(pin\)/],
  ['layout=__proto__&size=toString&colour=constructor&group=valueOf', /\(layout, group, size, colour\)/],
  ['__proto__=1&constructor=2', /__proto__, constructor/],
  ['camera=50,50,1', /Nothing of the graph is where the address has the camera/],
  ['node=__proto__', /__proto__/],
  ['edge=~~~', /~~~/],
];

describeInBrowser('a mangled address', () => {
  for (const [query, word] of mangled) {
    it(`is answered with a word: ${query.slice(0, 60)}`, async () => {
      const { page } = await openPage(`/?${query}`, { allowed: /status of 4\d\d/ });
      await ready(page);
      await settled(page);
      expect((await drawnCounts(page)).nodes).toBeGreaterThan(5);
      if (word.test('')) return;
      await expect.poll(() => page.locator('body').textContent()).toMatch(word);
    });
  }

  it('that names a step that is no number says so and shows the first', async () => {
    const step = { caption: 'The only one', view: { query: '' } };
    const { key } = await post('/api/stories', { title: 'One step', by: 'Ada', steps: [step] });
    for (const named of ['x', '1e99', '99']) {
      const { page } = await openPage(`/?story=${key}&step=${named}`);
      await ready(page);
      await page.getByText('The only one').waitFor();
      await page.getByText(`asks for step ${named}`).first().waitFor();
    }
  });

  it('that a view keeps is told of, too', async () => {
    const query = '%%%&__proto__=1&style=n~&view=view:mangled&short=zz&story=story:x';
    const pins = [{ key: 'nobody', x: 1, y: 2 }];
    const { key } = await post('/api/views', {
      name: 'Mangled',
      by: 'Ada',
      view: { query, added: ['__proto__'], pins },
    });
    const { page } = await openPage(`/?view=${key}`);
    await ready(page);
    await page.getByText('Part of “Mangled” could not be read').waitFor();
    await page.getByText('names 2 records that the data no longer hold').waitFor();
    expect((await drawnCounts(page)).nodes).toBeGreaterThan(5);
  });
});

const kept = { added: [], hidden: [], selected: [], pins: [] };
const garbage = [
  5,
  [],
  { ...kept, added: 'abc' },
  { added: [null, 5], hidden: [{}], selected: [[]], pins: [[1, null]] },
  { ...kept, pins: [['country:hu', null]] },
  { ...kept, pins: [['country:hu', { x: 'a', y: null }]] },
].map((value) => JSON.stringify(value));

describeInBrowser('a storage full of garbage', () => {
  for (const text of garbage) {
    it(`changes nothing: ${text.slice(0, 80)}`, async () => {
      const scripts = [
        `sessionStorage.setItem('hearsay.view.abc', ${JSON.stringify(text)});
         sessionStorage.setItem('hearsay.view.order', ${JSON.stringify(text)});
         for (const name of ['style.hearsay', 'theme', 'rail', 'panel', 'by', 'cypher.drafts', 'cypher.history'])
           localStorage.setItem('hearsay.' + name, ${JSON.stringify(text)});`,
      ];
      const { page } = await openPage('/?short=abc', { scripts });
      await ready(page);
      await settled(page);
      expect((await drawnCounts(page)).nodes).toBeGreaterThan(5);
      await page.getByText('no room for all of its view').waitFor();
      await page.getByText('The style kept in this browser could not be read').waitFor();
    });
  }
});
