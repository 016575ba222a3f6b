// Packs the page's files and the graph it draws for the way to the browser.
import compression from 'compression';
import type { RequestHandler } from 'express';
import { columnsType } from './schema/columns.ts';

const files = ['text/html', 'text/css', 'text/javascript', 'application/javascript', 'image/svg+xml'];

/**
 * By gzip or brotli, as the browser can. Rows of a statement are left as they are, since packing would hold them back;
 * so are other answers of the API: programs beside the server lose more by unpacking than by reading.
 */
export const packed = (): RequestHandler =>
  compression({
    filter: (_request, response) => {
      const type = String(response.getHeader('Content-Type') ?? '').split(';')[0];
      return type !== undefined && (type === columnsType || files.includes(type));
    },
  });
