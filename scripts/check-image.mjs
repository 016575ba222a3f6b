// Carries out the Dockerfile without Docker: each step in a clean Debian root, then the server in it as docker-compose.yml confines it.
// As root on Debian, with debootstrap: `node scripts/check-image.mjs [MIRROR]`.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const [mirror = 'http://deb.debian.org/debian'] = process.argv.slice(2);
const certificates = '/etc/ssl/certs/ca-certificates.crt';
const project = resolve(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'hearsay-image-'));
const say = (line) => console.log(`• ${line}`);
const run = (command, args, options = {}) =>
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });

/** The instructions of a Dockerfile, lines that go on joined, comments left out. */
function instructions(text) {
  const joined = text.replaceAll(/^#.*\n/gm, '').replaceAll(/\\\n/g, ' ');
  return joined.split('\n').flatMap((line) => {
    const found = /^([A-Z]+)\s+(.*)$/.exec(line.trim());
    return found === null ? [] : [{ what: found[1], rest: found[2].trim() }];
  });
}

/** "A=1 B=2" as pairs; values without blanks, as this Dockerfile has them. */
const pairs = (text) =>
  text.split(/\s+/).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
const list = (text) => (text.startsWith('[') ? JSON.parse(text) : ['/bin/sh', '-c', text]);

/** Debian as small as it comes, with this machine's Node in place of the base image's. */
function baseRoot() {
  const root = join(work, 'base');
  const packages = '--include=ca-certificates,libstdc++6';
  execFileSync('debootstrap', ['--variant=minbase', packages, 'bookworm', root, mirror], { stdio: 'ignore' });
  cpSync(process.execPath, join(root, 'usr/local/bin/node'));
  const npm = [join(dirname(process.execPath), '../lib/node_modules/npm'), '/usr/share/nodejs/npm'].find(existsSync);
  if (npm === undefined) throw new Error('npm was not found beside Node.');
  cpSync(npm, join(root, 'usr/local/lib/node_modules/npm'), { recursive: true });
  // The network as this machine has it; its certificates too, where a proxy signs what passes.
  for (const file of ['/etc/resolv.conf', '/etc/hosts', certificates])
    cpSync(file, join(root, file), { dereference: true });
  const launcher = '#!/bin/sh\nexec node /usr/local/lib/node_modules/npm/bin/npm-cli.js "$@"\n';
  writeFileSync(join(root, 'usr/local/bin/npm'), launcher, { mode: 0o755 });
  run('chroot', [root, 'useradd', '--create-home', '--uid', '1000', 'node']);
  return root;
}

/** What the build's `COPY . .` sees: the commit, without what .dockerignore names. */
function context() {
  const folder = join(work, 'context');
  mkdirSync(folder);
  const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: project, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  for (const name of readFileSync(join(project, '.dockerignore'), 'utf8').split('\n').filter(Boolean))
    rmSync(join(folder, name), { recursive: true, force: true });
  return folder;
}

const path = '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin';
const inside = (stage, args, extra = {}) =>
  run('chroot', [stage.root, '/bin/sh', '-c', `cd "${stage.folder}" && exec "$@"`, 'sh', ...args], {
    env: { PATH: path, HOME: '/root', ...stage.env, ...extra },
  });

function copy(stage, from, words) {
  const target = words.at(-1);
  const into = target.startsWith('/') ? target : join(stage.folder, target);
  for (const word of words.slice(0, -1)) {
    const isFolder = target.endsWith('/') || words.length > 2;
    const name = isFolder && word !== '.' ? join(into, word.split('/').at(-1)) : into;
    mkdirSync(dirname(join(stage.root, name)), { recursive: true });
    execFileSync('cp', ['-a', '-T', join(from, word), join(stage.root, name)]);
  }
}

/** Carries the instructions out; gives the last stage, with what it is to run. */
function build(base) {
  const stages = new Map();
  const files = context();
  // A registry of this machine's own is passed on, as a build argument would be.
  const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim();
  let stage;
  for (const { what, rest } of instructions(readFileSync(join(project, 'Dockerfile'), 'utf8'))) {
    say(`${what} ${rest}`);
    const words = rest.split(/\s+/);
    if (what === 'FROM') {
      const root = join(work, `stage-${stages.size}`);
      execFileSync('cp', ['-a', '--reflink=auto', base, root]);
      stage = { root, folder: '/', env: {} };
      stages.set(words[2] ?? 'last', stage);
    } else if (what === 'WORKDIR') {
      stage.folder = rest;
      mkdirSync(join(stage.root, rest), { recursive: true });
    } else if (what === 'ENV') Object.assign(stage.env, Object.fromEntries(pairs(rest)));
    else if (what === 'COPY') {
      const [from] = words.filter((word) => word.startsWith('--from='));
      const names = words.filter((word) => !word.startsWith('--'));
      copy(stage, from === undefined ? files : stages.get(from.slice('--from='.length)).root, names);
    } else if (what === 'RUN')
      inside(stage, ['/bin/sh', '-c', rest], { NPM_CONFIG_REGISTRY: registry, NODE_EXTRA_CA_CERTS: certificates });
    else if (what === 'USER') stage.user = rest;
    else if (what === 'CMD') stage.command = list(rest);
    else if (what === 'HEALTHCHECK') stage.health = list(rest.slice(rest.indexOf('CMD') + 3).trim());
    else if (!['VOLUME', 'EXPOSE', 'LABEL', 'STOPSIGNAL'].includes(what)) throw new Error(`${what} is not known here.`);
  }
  return stage;
}

/** As compose confines it: a root that is read-only, /data and a /tmp in memory to write to, no capability, nothing gained. */
function confined({ root, folder, user }, command) {
  const script = [
    'mount --make-rprivate /',
    `mount --bind ${root} ${root}`,
    `mount -o remount,bind,ro ${root}`,
    `mount -t tmpfs -o size=256m tmpfs ${root}/tmp`,
    `mount --bind ${join(work, 'data')} ${root}/data`,
    `mount -t proc proc ${root}/proc`,
    `mount --bind /dev/null ${root}/dev/null`,
    `mount --bind /dev/urandom ${root}/dev/urandom`,
    `exec chroot ${root} setpriv --reuid=${user} --regid=${user} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all sh -c 'cd ${folder} && exec "$@"' sh "$@"`,
  ].join(' && ');
  return ['unshare', ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', script, 'sh', ...command]];
}

const waitFor = async (what, attempt) => {
  for (let left = 60; left > 0; left--) {
    if (await attempt().catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 1000));
  }
  throw new Error(`${what}: not within 60 s.`);
};

async function check(stage) {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  mkdirSync(join(work, 'data'));
  execFileSync('chown', ['1000:1000', join(work, 'data')]);
  // As compose says it; without, the image asks for accounts.
  const env = { PATH: path, ...stage.env, PORT: String(port), HEARSAY_ALLOW_REMOTE: 'yes' };
  const [file, args] = confined(stage, stage.command);
  const server = spawn(file, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise((done) => server.on('exit', done));
  try {
    const at = `http://127.0.0.1:${port}`;
    await waitFor('The graph', async () => (await fetch(`${at}/api/graph`)).ok);
    const graph = await (await fetch(`${at}/api/graph`)).json();
    say(`It serves ${graph.nodes.length} nodes as ${stage.user}, without capabilities, on a read-only root.`);
    const page = await (await fetch(at)).text();
    if (!page.includes('<title>Hearsay')) throw new Error('It does not serve the page.');
    const health = stage.health.map((word) => word.replaceAll(':3000/', `:${port}/`));
    const [command, words] = ['chroot', [stage.root, ...health]];
    execFileSync(command, words, { env: { PATH: path }, stdio: 'inherit' });
    say('Its health check passes.');
    const refused = await new Promise((done) => {
      const [touch, touchArgs] = confined(stage, ['sh', '-c', 'touch /app/x 2>/dev/null']);
      spawn(touch, touchArgs, { stdio: 'ignore' }).on('exit', (code) => done(code !== 0));
    });
    if (!refused) throw new Error('Its root can be written to.');
  } finally {
    // The program is the first process in its namespace, as in a container: unshare hands no signal on.
    const [pid] = execFileSync('pgrep', ['-P', String(server.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n');
    process.kill(Number(pid), 'SIGTERM');
  }
  const code = await ended;
  if (code !== 0) throw new Error(`Told to stop, it ended with ${code}.`);
  say('Told to stop, it ends with 0.');
}

try {
  say(`a clean Debian root from ${mirror}`);
  await check(build(baseRoot()));
} finally {
  rmSync(work, { recursive: true, force: true });
}
