// What an exported file is called: after what it shows, and the day.
import { slugOf } from '../text/slug.ts';

const longest = 60;

/** "hearsay-nato-invitation-for-ukraine-2024-10-24.svg"; `exported` is an ISO time. */
export function fileName(subject: string, exported: string, extension: string): string {
  const slug = slugOf(subject, longest);
  return `hearsay-${slug === '' ? 'graph' : slug}-${exported.slice(0, 10)}.${extension}`;
}
