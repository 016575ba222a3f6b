// What the page weighs on its way to an empty cache, and when the bundled graph is first there to be looked at.
import type { Browser } from 'playwright-core';
import { medianOf } from './measure.ts';

export interface Opening {
  /** ms from the start of the page to the first whole drawing. */
  picture: number;
  /** kB over the network until then, as packed, headers included: the files, and beside them the answers of the API. */
  files: number;
  answers: number;
}

/** Opens the page in so many fresh profiles; the median of each figure. */
export async function measureOpening(browser: Browser, address: string, visits: number): Promise<Opening> {
  const found: Opening[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    const urls = new Map<string, string>();
    const bytes = { files: 0, answers: 0 };
    client.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes[urls.get(requestId)?.includes('/api/') ? 'answers' : 'files'] += encodedDataLength / 1000;
    });
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('hearsay:frame').length > 0);
    await page.waitForLoadState('networkidle');
    const picture = await page.evaluate(
      () => performance.getEntriesByName('hearsay:frame')[0]?.startTime ?? Number.NaN,
    );
    found.push({ picture, ...bytes });
    await context.close();
  }
  const of = (name: keyof Opening) => medianOf(found.map((one) => one[name]));
  return { picture: of('picture'), files: of('files'), answers: of('answers') };
}
