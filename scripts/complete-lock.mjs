// Adds to the lock file the other platforms' binaries that its packages name but the registry used could not show.
// Run after `npm install`: without these entries `npm ci` refuses the lock file, and other platforms would get no binary.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const cpus = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64'];
const systems = ['linux', 'darwin', 'win32', 'android', 'freebsd', 'openharmony'];

/** The platform of a binary's package, read off its name: js-linux-arm64-musl. */
function platformOf(name) {
  const parts = name.split('/').at(-1).split('-');
  const os = systems.filter((system) => parts.includes(system));
  const cpu = cpus.filter((kind) => parts.includes(kind));
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`The name of ${name} does not tell its platform.`);
  const libc = os[0] !== 'linux' ? [] : parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : [];
  return { cpu, os, ...(libc.length > 0 && { libc }) };
}

const added = [];
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (path in lock.packages || !/^\d/.test(version)) continue;
    const { cpu, os, libc } = platformOf(name);
    lock.packages[path] = { version, cpu, ...(entry.dev && { dev: true }), ...(libc && { libc }), optional: true, os };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'The lock file names every platform.' : `Added: ${added.join(', ')}`);
