// Sends one change to a web hook: to a checked address, signed, within limits, and following nothing.
import { isIP } from 'node:net';
import { HookRefused } from '../../errors.ts';
import { isPublicAddress } from '../../ingest/readers/address/public.ts';
import { type Guard, guardedRequest } from '../../ingest/readers/address/request.ts';
import type { Hook } from './seal.ts';
import type { HookSettings } from './settings.ts';
import { signatureOf } from './sign.ts';

const refused = (host: string): HookRefused =>
  new HookRefused(`${host} leads to an address that is not on the public internet.`, {
    detail: 'Whoever runs the server may allow private and local addresses by HEARSAY_WEBHOOK_PRIVATE=yes.',
  });

const guardOf = ({ isPrivateAllowed }: HookSettings): Guard => ({
  isAllowedAddress: (address) => isPrivateAllowed || isPublicAddress(address),
  refused,
});

const isListed = (host: string, hosts: HookSettings['hosts']): boolean =>
  hosts === 'any' ||
  hosts.some((pattern) => (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern));

/** The address, if anything may be sent there. Throws HookRefused with the reason. */
export function checkedHook(text: string, settings: HookSettings): URL {
  if (!URL.canParse(text)) throw new HookRefused('This is no web address.', { detail: 'It begins with https://' });
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new HookRefused(`Nothing is sent to ${url.protocol.slice(0, 20)} addresses; http: and https: are possible.`);
  if (url.username !== '' || url.password !== '')
    throw new HookRefused('An address with a user or a password in it is not asked.');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (!settings.isPrivateAllowed && port !== 80 && port !== 443)
    throw new HookRefused(`Port ${port} is not asked; only 80 and 443 are.`, {
      detail: 'Whoever runs the server may allow any by HEARSAY_WEBHOOK_PRIVATE=yes.',
    });
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
  if (!isListed(host, settings.hosts))
    throw new HookRefused(`The operator of this server lets nothing be sent to ${host}.`, {
      detail: 'HEARSAY_WEBHOOKS lists the hosts that may be.',
    });
  // A name is checked when it is resolved; digits are not resolved.
  if (isIP(host) !== 0 && !guardOf(settings).isAllowedAddress(host)) throw refused(host);
  return url;
}

export interface Message {
  /** The id of the delivery. */
  id: string;
  event: 'change' | 'fault' | 'test';
  body: string;
}

/** Why nothing came of it, without a word of the receiver's; null where it was taken with a status of 2xx. */
export function send(
  { address, secret }: Hook,
  { id, event, body }: Message,
  settings: HookSettings,
  timeoutMs: number,
): Promise<string | null> {
  let url: URL;
  try {
    url = checkedHook(address, settings);
  } catch (error) {
    return Promise.resolve((error as Error).message);
  }
  return new Promise((done) => {
    const seconds = Math.floor(Date.now() / 1000);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Hearsay (tells of a change that somebody watches)',
      'hearsay-delivery': id,
      'hearsay-event': event,
      'hearsay-signature': signatureOf(secret, body, seconds),
    };
    const request = guardedRequest(url, { method: 'POST', headers, maxHeaderSize: 16_384 }, guardOf(settings));
    const end = (failure: string | null): void => {
      clearTimeout(timer);
      done(failure);
      // Nothing of the answer's body is read.
      request.destroy();
    };
    const timer = setTimeout(() => end(`${url.host} did not answer within ${timeoutMs / 1000} s.`), timeoutMs);
    request.once('response', ({ statusCode: status = 0 }) => {
      if (status >= 200 && status < 300) end(null);
      else if (status >= 300 && status < 400) end(`${url.host} leads elsewhere (${status}), which is not followed.`);
      else end(`${url.host} answered ${status}.`);
    });
    request.on('error', (error: NodeJS.ErrnoException) =>
      end(
        error instanceof HookRefused ? error.message : `${url.host} did not answer (${error.code ?? 'no connection'}).`,
      ),
    );
    request.end(body);
  });
}
