// A statement as an address to hand on, with what stands in its fields.
import { notify } from '../notices.ts';
import { shared } from '../view.ts';
import { defaultView, encodeView, type SharedStatement } from '../view-url.ts';
import { openDraft } from './drafts.ts';

/** The longest address that servers and programs on its way surely take. */
const longest = 8000;

/** The address; undefined where it would be too long. */
export function linkOf(statement: SharedStatement, page: Pick<Location, 'origin' | 'pathname'>): string | undefined {
  const query = encodeView({ ...defaultView, tab: 'cypher', shared: statement });
  const link = `${page.origin}${page.pathname}?${query}`;
  return link.length > longest ? undefined : link;
}

/** Copies the address of a statement, and says so. */
export async function copyLink(statement: SharedStatement): Promise<void> {
  const link = linkOf(statement, window.location);
  if (link === undefined) {
    notify('The statement is too long for an address. Save it and export it as a file instead.', 'problem');
    return;
  }
  try {
    await navigator.clipboard.writeText(link);
    notify('The link is copied. Whoever opens it sees the statement; it runs only when they run it.');
  } catch {
    notify(`The browser does not allow copying here. The link is ${link}`, 'problem');
  }
}

/** Opens the statement that the address brought, which then leaves the address. It is not run. */
export function openShared(): void {
  const statement = shared.peek();
  if (statement === null) return;
  shared.value = null;
  openDraft({ title: null, text: statement.text, fields: statement.fields });
}
