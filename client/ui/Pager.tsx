// A long list in pages, with the way from one to the next.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../text/format.ts';
import { pageOf } from './table.ts';

interface PageNavProps {
  label: string;
  /** The page shown, from 0, and how many there are. */
  page: number;
  pages: number;
  /** The first row shown, from 0, and how many are shown and there are in all. */
  first: number;
  shown: number;
  total: number;
  onPage: (page: number) => void;
}

/** The way between pages; nothing where there is one. */
export function PageNav({ label, page, pages, first, shown, total, onPage }: PageNavProps) {
  if (pages < 2) return null;
  return (
    <nav class="pager" aria-label={`${label}: pages`}>
      <button type="button" class="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Previous
      </button>
      <span>
        {formatNumber(first + 1)}–{formatNumber(first + shown)} of {formatNumber(total)}
      </span>
      <button type="button" class="button" disabled={page === pages - 1} onClick={() => onPage(page + 1)}>
        Next
      </button>
    </nav>
  );
}

/** The rows of the page that is open, the index of the first of them, and the way to the others. */
export function usePages<Row>(label: string, rows: readonly Row[], size?: number) {
  const wanted = useSignal(0);
  const { rows: shown, page, pages, first } = pageOf(rows, wanted.value, size);
  const onPage = (next: number): void => {
    wanted.value = next;
  };
  const range = { label, page, pages, first, shown: shown.length, total: rows.length };
  return { shown, first, onPage, nav: <PageNav {...range} onPage={onPage} /> };
}

interface PagerProps<Row> {
  label: string;
  rows: readonly Row[];
  size: number;
  children: (shown: readonly Row[]) => ComponentChildren;
}

/** A page of the rows, and the way to the others. */
export function Pager<Row>({ label, rows, size, children }: PagerProps<Row>) {
  const { shown, nav } = usePages(label, rows, size);
  return (
    <>
      {children(shown)}
      {nav}
    </>
  );
}
