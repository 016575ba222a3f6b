// Sending one file the way of its form, to be tried or taken in, and what the server says of it as one summary.
import type { ArticleReport, LinkedReport } from '../../../server/schema/article-text.ts';
import type { CsvReport } from '../../../server/schema/csv-mapping.ts';
import type { ExchangeReport } from '../../../server/schema/exchange.ts';
import type { ImportReport } from '../../../server/schema/view.ts';
import { api } from '../../api.ts';
import { workApi } from '../../api-work.ts';
import { articleType, type TakenForm } from './forms.ts';

/** What is brought: a file, one with its mapping, or an address. */
export type Brought =
  | { form: Exclude<TakenForm, 'csv' | 'mapping'>; file: File }
  | { form: 'csv'; file: File; mapping: string }
  | { form: 'address'; url: string };

export type TakenReport =
  | { form: 'article' | 'address'; report: ArticleReport }
  | { form: 'claims'; report: ImportReport }
  | { form: 'linked' | 'lines'; report: LinkedReport }
  | { form: 'csv'; report: CsvReport }
  | { form: 'export'; report: ExchangeReport };

/** Errors: what a request fails with. */
export async function sendBrought(of: Brought, dryRun: boolean, signal: AbortSignal): Promise<TakenReport> {
  switch (of.form) {
    case 'address':
      return { form: 'address', report: await workApi.importAddress(of.url, dryRun, signal) };
    case 'article': {
      const { name } = of.file;
      return { form: 'article', report: await workApi.importArticle(name, articleType(name), of.file, dryRun, signal) };
    }
    case 'claims':
      return { form: 'claims', report: await workApi.importClaims(of.file, dryRun, signal) };
    case 'linked':
      return { form: 'linked', report: await workApi.importLinked('application/ld+json', of.file, dryRun, signal) };
    case 'lines':
      return { form: 'lines', report: await workApi.importLinked('application/x-ndjson', of.file, dryRun, signal) };
    case 'csv':
      return { form: 'csv', report: await workApi.importCsv(of.mapping, of.file, dryRun, signal) };
    case 'export':
      return { form: 'export', report: await api.importExport(await of.file.text(), dryRun, signal) };
  }
}

/** The keys of the articles that came in and whose text may hold claims nobody has proposed. */
export const articlesOf = (taken: TakenReport): string[] =>
  taken.form === 'article' || taken.form === 'address' ? [taken.report.article] : [];
