// Builds the viewer of an exported page into one file, dist/client/viewer.html: script and style inside, no network.
import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Text for a script element that nothing in it can end or turn into a comment; in strings and patterns it says the same. */
const inScript = (code: string): string => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

const page = (script: string, style: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>__HEARSAY_TITLE__</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>This page draws its graph with JavaScript. Switch it on for this file.</noscript>
<script type="application/json" id="data">__HEARSAY_DATA__</script>
<script>${script}</script>
</body>
</html>
`;

/** Puts the one script and the one style into the page, which is all that is written. */
const onePage = (): Plugin => ({
  name: 'one-page',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const parts = Object.values(bundle);
      const scripts = parts.flatMap((part) => (part.type === 'chunk' ? [part.code] : []));
      const styles = parts.flatMap((part) =>
        part.type === 'asset' && part.fileName.endsWith('.css') ? [String(part.source)] : [],
      );
      if (scripts.length !== 1 || styles.length !== 1 || parts.length !== 2)
        this.error(`The viewer must be one script and one style: ${parts.map(({ fileName }) => fileName).join(', ')}.`);
      if (/<\/style/i.test(styles[0] as string)) this.error('The style of the viewer would end its element.');
      for (const name of Object.keys(bundle)) delete bundle[name];
      const source = page(inScript(scripts[0] as string), styles[0] as string);
      this.emitFile({ type: 'asset', fileName: 'viewer.html', source });
    },
  },
});

export default defineConfig({
  root: 'client',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [onePage()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: false,
    target: 'es2022',
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: 'client/viewer/main.tsx',
      output: { format: 'iife' },
      checks: { pluginTimings: false },
    },
  },
});
