// Who saved something, and when, in words.
import { formatDate } from '../../text/format.ts';

/** "saved by Ada on 24 Oct 2024, 10:05"; the time is that of the reader's clock. */
export function savedLine({ by, savedOn }: { by: string; savedOn: string }): string {
  const at = new Date(savedOn);
  const pad = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `saved by ${by} on ${formatDate(day)}, ${pad(at.getHours())}:${pad(at.getMinutes())}`;
}
