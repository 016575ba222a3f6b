// Fetches the page at a web address, within limits of size, time and redirects, and tells where an archived copy of it is.
import type { IncomingMessage } from 'node:http';
import { FetchFailed, FetchRefused } from '../../../errors.ts';
import type { ArticleForm } from '../../../schema/article-text.ts';
import { articleTypes } from '../article/read.ts';
import { isPublicAddress } from './public.ts';
import { ask, type Checks, checkedUrl } from './request.ts';

export interface FetchSettings {
  /** Host names, "*.example.org" for those below one; or any. */
  hosts: 'any' | readonly string[];
}
export interface FetchLimits {
  mostBytes: number;
  /** For everything, redirects included. */
  timeMs?: number | undefined;
  redirects?: number | undefined;
}
export interface Fetched {
  /** Where the page was in the end. */
  url: string;
  archivedUrl: string | undefined;
  form: ArticleForm;
  charset: string | undefined;
  bytes: Uint8Array;
}

/** The checks of a server with these settings: public addresses only, on the two ports of the web. */
export const checksOf = ({ hosts }: FetchSettings): Checks => ({
  isAllowedAddress: isPublicAddress,
  isAllowedPort: (port) => port === 80 || port === 443,
  isAllowedHost: (host) =>
    hosts === 'any' ||
    hosts.some((pattern) => (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern)),
});

/** The target of the first link with the relation (RFC 8288). */
function linked(header: string | undefined, relation: string, base: URL): string | undefined {
  for (const [, target = '', parameters = ''] of (header ?? '')
    .slice(0, 20_000)
    .matchAll(/<([^>]{1,2000})>((?:\s*;[^,;<]{1,300})*)/g)) {
    const names = /;\s*rel\s*=\s*"?([^";]+)/i.exec(parameters)?.[1]?.toLowerCase().split(/\s+/) ?? [];
    if (names.includes(relation) && URL.canParse(target, base.href)) return new URL(target, base).href;
  }
  return undefined;
}

/** By the Memento protocol (RFC 7089): an archived copy says so itself and names its original, or a page names its copy. */
function archiveOf(url: URL, headers: IncomingMessage['headers']): Pick<Fetched, 'url' | 'archivedUrl'> {
  const link = [headers.link].flat().join(', ');
  const original = linked(link, 'original', url);
  if (headers['memento-datetime'] !== undefined && original !== undefined)
    return { url: original, archivedUrl: url.href };
  const [, own] = /^https?:\/\/web\.archive\.org\/web\/\d+(?:[a-z]{2}_)?\/(https?:\/\/.+)$/.exec(url.href) ?? [];
  if (own !== undefined) return { url: own, archivedUrl: url.href };
  return { url: url.href, archivedUrl: linked(link, 'memento', url) };
}

async function bodyOf(answer: IncomingMessage, host: string, most: number): Promise<Uint8Array> {
  const tooLarge = (): FetchFailed =>
    new FetchFailed(`What ${host} sends is larger than this server takes.`, {
      detail: `At most ${most} bytes; HEARSAY_DOCUMENT_MB raises it.`,
    });
  if (Number(answer.headers['content-length'] ?? 0) > most) throw tooLarge();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > most) throw tooLarge();
    parts.push(part);
  }
  if (!answer.complete) throw new FetchFailed(`${host} ended before the page was whole.`);
  return Buffer.concat(parts);
}

/** The form of what is sent. Throws FetchFailed where it is no article's, or packed although that was not asked for. */
function formOf({ headers }: IncomingMessage, host: string): ArticleForm {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const form = Object.hasOwn(articleTypes, type) ? articleTypes[type] : undefined;
  const packing = headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (form === undefined)
    throw new FetchFailed(`${host} sends ${type === '' ? 'something of no type' : type}, which is no article.`);
  if (packing !== 'identity') throw new FetchFailed(`${host} sends the page packed (${packing}), which is not read.`);
  return form;
}

/**
 * Throws FetchRefused where the address, or one that it leads on to, may not be asked, and FetchFailed where nothing
 * answers, or not with an article within the limits.
 */
export async function fetchAddress(
  address: string,
  checks: Checks,
  { mostBytes, timeMs = 20_000, redirects = 5 }: FetchLimits,
): Promise<Fetched> {
  const control = new AbortController();
  const timer = setTimeout(
    () => control.abort(new FetchFailed(`The page could not be fetched within ${timeMs / 1000} s.`)),
    timeMs,
  );
  try {
    let url = checkedUrl(address, checks);
    for (let step = 0; ; step += 1) {
      const answer = await ask(url, checks, control.signal);
      try {
        const { statusCode: status = 0, headers } = answer;
        if (status >= 300 && status < 400 && headers.location !== undefined) {
          if (step >= redirects) throw new FetchFailed(`${url.host} leads on more than ${redirects} times.`);
          if (!URL.canParse(headers.location, url.href))
            throw new FetchRefused(`${url.host} leads on to no web address.`);
          url = checkedUrl(new URL(headers.location, url).href, checks);
          continue;
        }
        if (status !== 200) throw new FetchFailed(`${url.host} answered ${status}.`);
        const form = formOf(answer, url.host);
        const charset = /;\s*charset="?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1];
        const bytes = await bodyOf(answer, url.host, mostBytes);
        return { ...archiveOf(url, headers), form, charset, bytes };
      } finally {
        answer.destroy();
      }
    }
  } catch (error) {
    if (control.signal.aborted) throw control.signal.reason;
    throw error instanceof FetchRefused || error instanceof FetchFailed
      ? error
      : new FetchFailed('The page could not be fetched.', { detail: (error as Error).message, cause: error });
  } finally {
    clearTimeout(timer);
  }
}
