// One request to an address that may be asked: the connection goes to the network address that was checked, and no other.
import { lookup as resolve } from 'node:dns';
import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { FetchFailed, FetchRefused } from '../../../errors.ts';

export interface Checks {
  /** Whether a network address may be connected to. */
  isAllowedAddress(address: string): boolean;
  isAllowedPort(port: number): boolean;
  /** Whether the operator lets this host be asked. */
  isAllowedHost(host: string): boolean;
}

const refused = (host: string): FetchRefused =>
  new FetchRefused(`${host} leads to an address that is not on the public internet.`, {
    detail: 'Private, loopback and other local addresses are never fetched. Save the page and import the file.',
  });

/** Which network addresses a request may go to, and the error for a host that leads elsewhere. */
export interface Guard {
  isAllowedAddress(address: string): boolean;
  refused(host: string): Error;
}

/** Resolves a name once; one that leads anywhere but to allowed addresses is refused whole. */
function checkedLookup({ isAllowedAddress, refused }: Guard): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, '', 0);
      const addresses = Array.isArray(found) ? found : [];
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => !isAllowedAddress(address)))
        return done(refused(host), '', 0);
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };
}

/** The address, if it may be asked at all. Throws FetchRefused with the reason. */
export function checkedUrl(text: string, { isAllowedAddress, isAllowedPort, isAllowedHost }: Checks): URL {
  if (!URL.canParse(text)) throw new FetchRefused('This is no web address.', { detail: 'It begins with https://' });
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new FetchRefused(`An address with ${url.protocol.slice(0, 20)} is not fetched; http: and https: are.`);
  if (url.username !== '' || url.password !== '')
    throw new FetchRefused('An address with a user or a password in it is not fetched.');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (!isAllowedPort(port)) throw new FetchRefused(`Port ${port} is not asked; only 80 and 443 are.`);
  const host = url.hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
  if (!isAllowedHost(host))
    throw new FetchRefused(`The operator of this server does not let ${host} be fetched.`, {
      detail: 'HEARSAY_FETCH lists the hosts that may be. Save the page and import the file.',
    });
  // A name is checked when it is resolved; digits are not resolved.
  if (isIP(host) !== 0 && !isAllowedAddress(host)) throw refused(host);
  return url;
}

/**
 * A request that connects to addresses that the guard lets be, and to no others, whatever the name leads to meanwhile;
 * it is for the caller to end, and to hear its errors.
 */
export function guardedRequest(url: URL, options: RequestOptions, guard: Guard): ClientRequest {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = send(url, { ...options, agent: false, lookup: checkedLookup(guard) });
  // Whatever resolved the name, the connection itself is looked at too.
  request.once('socket', (socket) =>
    socket.once('connect', () => {
      if (!guard.isAllowedAddress(socket.remoteAddress ?? '')) request.destroy(guard.refused(url.hostname));
    }),
  );
  return request;
}

/** The answer's head, its body still to come. Throws FetchRefused, or FetchFailed where nothing answers. */
export function ask(url: URL, { isAllowedAddress }: Checks, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const headers = {
      accept: 'text/html, application/xhtml+xml, application/pdf, text/plain, text/markdown;q=0.9',
      'accept-encoding': 'identity',
      'user-agent': 'Hearsay (reads an article that somebody asked it to import)',
    };
    const request = guardedRequest(url, { signal, maxHeaderSize: 32_768, headers }, { isAllowedAddress, refused });
    request.once('response', done);
    request.once('error', (error) => {
      if (error instanceof FetchRefused || signal.aborted) return fail(signal.aborted ? signal.reason : error);
      fail(new FetchFailed(`${url.host} did not answer.`, { detail: error.message, cause: error }));
    });
    request.end();
  });
}
