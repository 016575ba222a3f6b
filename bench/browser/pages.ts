// Builds the pages of the other renderers and serves each with a graph.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { projectRoot } from '../../server/root.ts';
import type { PageGraph } from './graphs.ts';

const folder = join(projectRoot, 'bench', 'browser');
const rivals = join(folder, 'rivals');
export const renderers = ['sigma', 'vis-network', 'cytoscape'] as const;
export type Renderer = (typeof renderers)[number];

/** Builds into `out`; installs what is compared where it is not there yet. Gives kilobytes of script by gzip. */
export async function buildPages(out: string): Promise<Record<Renderer, number>> {
  const packages = join(rivals, 'node_modules');
  if (!existsSync(packages)) execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: rivals, stdio: 'inherit' });
  await build({
    configFile: false,
    root: join(folder, 'pages'),
    logLevel: 'error',
    resolve: {
      alias: {
        'vis-network/standalone': join(packages, 'vis-network/standalone/esm/vis-network.min.mjs'),
        cytoscape: join(packages, 'cytoscape/dist/cytoscape.esm.min.mjs'),
      },
    },
    build: {
      outDir: out,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: Object.fromEntries(renderers.map((name) => [name, join(folder, 'pages', `${name}.ts`)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
        preserveEntrySignatures: false,
      },
    },
  });
  const weight = (name: Renderer) => gzipSync(readFileSync(join(out, `${name}.js`))).length / 1000;
  return Object.fromEntries(renderers.map((name) => [name, weight(name)])) as Record<Renderer, number>;
}

const html = (name: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${name}</title>` +
  '<style>html,body{margin:0}#stage{width:100vw;height:100vh}</style>' +
  `<div id="stage"></div><script type="module" src="/${name}.js"></script>`;

/** Serves `/NAME` as that renderer's page of the graph. */
export async function servePages(out: string, graph: PageGraph): Promise<{ address: string; stop(): void }> {
  const json = JSON.stringify(graph);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname.slice(1);
    if (path === 'graph.json') return void response.setHeader('content-type', 'application/json').end(json);
    if (renderers.some((name) => name === path))
      return void response.setHeader('content-type', 'text/html').end(html(path));
    if (!/^[\w-]+\.js$/.test(path) || !existsSync(join(out, path))) return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/javascript').end(readFileSync(join(out, path)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
