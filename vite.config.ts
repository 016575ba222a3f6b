// Builds the client into dist/client; in development hands /api on to the server.
import { defineConfig, type Plugin } from 'vite';

const absent =
  "() => { throw new Error('This part of the language support is not on the page: see vite.config.ts.'); }";

/**
 * Of Neo4j's language support the editor's worker takes the grammar, colours, completion and format. The rest would be
 * shaken off anyway, but reading it first takes long: 22 MB of semantic analysis, which the server does, and 5 MB of
 * test data. And it imports semver without bringing it along.
 */
const languageInParts = (): Plugin => ({
  name: 'language-in-parts',
  enforce: 'pre',
  resolveId: (id) => (id === 'semver' ? '\0semver' : null),
  load: (id) => {
    if (id === '\0semver') return 'export default undefined;';
    if (/language-support\/src\/syntaxValidation\/semanticAnalysis\.js$/.test(id))
      return `export const analyzeQuery = ${absent}, updateSignatureResolver = ${absent};`;
    return /language-support\/src\/tests\/testData\.js$/.test(id) ? 'export const testData = undefined;' : null;
  },
});

export default defineConfig({
  root: 'client',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [languageInParts()],
  // Modules, so that a worker too loads what it needs only when it needs it.
  worker: { format: 'es', plugins: () => [languageInParts()] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no data: fonts and no inline scripts, so every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // How long each plugin took is no news to whoever starts the server.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  // The viewer of an exported page is a build of its own: the server has it.
  server: {
    proxy: Object.fromEntries(
      ['/api', '/viewer.html'].map((path) => [path, `http://127.0.0.1:${process.env.PORT ?? 3000}`]),
    ),
  },
});
