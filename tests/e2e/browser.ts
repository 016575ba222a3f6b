// A server and a browser for the tests of a file, and a page that reports every script error, dialog and refused resource.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch, reason } from './chromium.ts';
import { openSite, type Site } from './site.ts';

export { reason };

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
export type Theme = 'light' | 'dark';

export interface Visit {
  page: Page;
  /** Script errors, dialogs and console errors so far; a test expects it empty, or says what it caused. */
  trouble: string[];
  close(): Promise<void>;
}

export interface Stand {
  site(): Site;
  /** A page of a fresh browser profile at an address such as "?tab=table", waited for until its data are there. */
  visit(
    search?: string,
    look?: { size?: { width: number; height: number }; theme?: Theme; ready?: string },
  ): Promise<Visit>;
}

/** A server and a browser for the tests of one file. */
export function stand(content: 'bundled' | 'empty' = 'bundled'): Stand {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite(content), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  return {
    site: () => site,
    visit: async (search = '', look = {}) => {
      const small = (look.size ?? desk).width < 500;
      const context = await browser.newContext({
        viewport: look.size ?? desk,
        colorScheme: look.theme ?? 'light',
        reducedMotion: 'reduce',
        hasTouch: small,
        isMobile: small,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const trouble: string[] = [];
      page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
      page.on('console', (message) => message.type() === 'error' && trouble.push(`console: ${message.text()}`));
      page.on('dialog', (dialog) => {
        trouble.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(`${site.address}/${search}`);
      await page
        .locator(look.ready ?? '.panel h2')
        .first()
        .waitFor();
      return { page, trouble, close: () => context.close() };
    },
  };
}
