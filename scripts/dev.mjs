// For work on Hearsay: the server from source, restarted on change, and the client with hot reload in front of it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './build.mjs';

const require = createRequire(import.meta.url);
const bin = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path);
const start = (file, args, env) =>
  spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });

const children = [
  start(bin('tsx', 'dist/cli.mjs'), ['watch', 'server/main.ts'], { PORT: process.env.PORT ?? '3000' }),
  start(bin('vite', 'bin/vite.js'), ['--port', '5173'], {}),
];
for (const child of children) {
  child.on('exit', () => {
    for (const other of children) other.kill();
  });
}
