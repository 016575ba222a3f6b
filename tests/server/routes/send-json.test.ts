// A very long answer arrives as the same text as a short one would, in pieces; who goes away in between costs nothing.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packed } from '../../../server/packed.ts';
import { sendJson } from '../../../server/routes/send-json.ts';

const rows = Array.from({ length: 12_345 }, (_, at) => ({ key: `k${at}`, text: 'ä “quoted”\n', none: undefined, at }));
const answers: Readonly<Record<string, unknown>> = {
  long: { rows, absent: undefined, truncated: false, few: [1, null, undefined], more: rows.slice(0, 6000) },
  first: { truncated: true, rows },
  short: { rows: rows.slice(0, 3) },
  list: rows.slice(0, 3),
  nothing: null,
};
const faults: unknown[] = [];
const warnings: string[] = [];
const onWarning = ({ message }: Error) => void warnings.push(message);
process.on('warning', onWarning);
const app = express();
// As in the server, whatever else listens to an answer does so here.
app.use((_request, response, next) => {
  for (let listener = 0; listener < 3; listener++) response.on('close', () => undefined);
  next();
}, packed());
app.get('/:name', async (request, response) => {
  await sendJson(response, answers[request.params.name]).catch((error) => faults.push(error));
});
const server = app.listen(0, '127.0.0.1');
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
beforeAll(async () => {
  if (!server.listening) await once(server, 'listening');
});
afterAll(() => {
  process.off('warning', onWarning);
  server.closeAllConnections();
  server.close();
});

it.each(Object.keys(answers))('%s is the text that JSON.stringify gives', async (name) => {
  const response = await fetch(`${url()}/${name}`);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await response.text()).toBe(JSON.stringify(answers[name]));
});

it('warns of no leak', async () => {
  await (await fetch(`${url()}/long`)).text();
  await new Promise((done) => setImmediate(done));
  expect(warnings).toEqual([]);
});

it('ends quietly when nobody listens any more', async () => {
  const leaving = new AbortController();
  const response = await fetch(`${url()}/long`, { signal: leaving.signal });
  await response.body?.getReader().read();
  leaving.abort();
  expect((await fetch(`${url()}/short`)).status).toBe(200);
  expect(faults).toEqual([]);
});
