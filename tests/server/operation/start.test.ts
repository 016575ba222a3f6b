// What the start says of a Node that is too old and of a disk that is nearly full.
import { spawnSync } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { littleRoom } from '../../../server/operation/room.ts';
import { projectRoot } from '../../../server/root.ts';
import { tempFolder } from '../../temp.ts';

/** Runs the start script without saying what to start, under a Node that says it is of another version. */
const startUnder = (version: string) => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const given = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, join('scripts', 'run.mjs')];
  return spawnSync(process.execPath, given, { cwd: projectRoot, encoding: 'utf8' });
};

it.each(['18.20.4', '20.18.3', '9.11.2'])('Node %s is told to be too old before anything is loaded', (version) => {
  const { status, stderr } = startUnder(version);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Hearsay needs Node 20\.19\.0 or later, and this is Node .*npm ci again\.\n$/);
  expect(stderr).toContain(version);
});

it.each(['20.19.0', '20.20.2', '22.3.0'])('Node %s is new enough', (version) => {
  const { status, stderr } = startUnder(version);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Usage/);
});

it('a disk with less room than is needed is told, with the folder and what is left', async () => {
  const folder = tempFolder();
  const { bavail, bsize } = statfsSync(folder);
  const left = bavail * bsize;
  expect(await littleRoom([folder, join(folder, 'not there')], Math.floor(left / 2))).toEqual([]);
  const [line = '', ...others] = await littleRoom([folder, join(folder, 'not there')], left * 2);
  expect(others).toEqual([]);
  expect(line).toContain(`the disk of ${folder} has `);
  expect(line).toMatch(/ \d+ MB left\. .*make room\.$/);
});
