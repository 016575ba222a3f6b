// What the contract tests of exporting and importing share: the export of a store as JSON, and its import.
import { exportPieces } from '../../server/exchange/export.ts';
import { type ExchangeOptions, importExport } from '../../server/exchange/import.ts';
import { parseExport } from '../../server/exchange/parse.ts';
import type { ExchangeReport, HearsayExport } from '../../server/schema/exchange.ts';
import type { Store } from '../../server/store/port.ts';
import { Ground } from './ingest-setup.ts';

export class ExchangeGround extends Ground {
  get plain(): Store {
    // The statements that tests bring beside Hearsay's own do not matter here.
    return this.store as unknown as Store;
  }

  async exported(articles: readonly string[] | null = null, { texts = false } = {}): Promise<HearsayExport> {
    let text = '';
    for await (const piece of exportPieces(this.plain, { articles, texts })) text += piece;
    return JSON.parse(text) as HearsayExport;
  }

  take(json: unknown, options: ExchangeOptions = {}): Promise<ExchangeReport> {
    return importExport(this.plain, parseExport(json, 'export.json'), options);
  }
}

/** Without what an export does not hold: the hash of a document whose text was left out, and the text. */
export const withoutTexts = (lines: readonly string[]): string[] =>
  lines.map((line) =>
    line.startsWith('Article:Record') && line.includes('"text":')
      ? line.replace(/"(text|textIndex|documentHash)":"(?:[^"\\]|\\.)*",?/g, '')
      : line,
  );
