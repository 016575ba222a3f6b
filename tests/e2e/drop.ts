// Dropping files on a page, as a browser tells the page of it.
import type { Page } from 'playwright-core';

export interface Dropped {
  name: string;
  text: string;
}

/** Drags files over the page and drops them, as a browser tells a page of it. */
export async function drop(
  page: Page,
  files: readonly Dropped[],
  over: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  const carried = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, text } of given) transfer.items.add(new File([text], name));
      return transfer;
    },
    [...files],
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: carried });
  await over(page);
  await page.dispatchEvent('body', 'drop', { dataTransfer: carried });
}
