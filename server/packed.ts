// Packs the page's files and the graph it draws for the way to the browser.
import compression from 'compression';
import type { RequestHandler } from 'express';
import { columnsType } from './schema/columns.ts';

const files = ['text/html', 'text/css', 'text/javascript', 'application/javascript', 'image/svg+xml'];

/** Bytes of an answer of the API up to which it is packed, too: beyond, it is a program that asks, most likely from nearby. */
const longest = 1_000_000;

/**
 * By gzip or brotli, as the browser can. Rows of a statement are left as they are, since packing would hold them back;
 * so are long answers in plain JSON.
 */
export const packed = (): RequestHandler =>
  compression({
    filter: (_request, response) => {
      const type = String(response.getHeader('Content-Type') ?? '').split(';')[0] ?? '';
      if (type === 'application/json') return Number(response.getHeader('Content-Length') ?? longest) < longest;
      return type === columnsType || files.includes(type);
    },
  });
