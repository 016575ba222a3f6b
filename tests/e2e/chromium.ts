// Chromium as it is found on this machine, started without a graphics card and without calling home.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const found =
  process.env.CHROMIUM_PATH ||
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
if (found === undefined && process.env.CI)
  throw new Error('The browser tests need Chromium: none is on the PATH, and CHROMIUM_PATH is not set.');

/** Why the browser tests cannot run here, or an empty string; to be shown in the name of what is skipped. */
export const reason = found === undefined ? ' (skipped: no Chromium on the PATH)' : '';

// Nothing of the browser's own may call home.
const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

// The graph is drawn with WebGL, here without a graphics card.
const drawing = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** With `webgl` false a browser that has none, as where it is switched off or the graphics card is not trusted. */
export const launch = ({ webgl = true } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: found as string,
    args: [...args, ...(webgl ? drawing : ['--disable-gpu', '--disable-3d-apis'])],
  });
