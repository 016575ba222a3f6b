// Dates and numbers as they are written everywhere: 24 Oct 2024, 1,204 articles.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** An ISO year, month, day or UTC time as text: "2024", "Oct 2024", "24 Oct 2024", "24 Oct 2024, 09:26 UTC". */
export function formatDate(iso: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day, time] = parts;
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return year ?? iso;
  if (day === undefined) return `${name} ${year}`;
  return `${Number(day)} ${name} ${year}${time === undefined ? '' : `, ${time} UTC`}`;
}

/** One date, or the two ends of a range where they differ. */
export function formatRange(from: string | null, to: string | null): string | null {
  if (from === null) return to === null ? null : `by ${formatDate(to)}`;
  if (to === null) return `from ${formatDate(from)} on`;
  if (from === to) return formatDate(from);
  return `${formatDate(from)} – ${formatDate(to)}`;
}

/** A whole number with thousands separators: 1,204. */
export function formatNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A number and its unit in figures: "1 article", "1,204 articles", "2 countries". */
export function count(value: number, unit: string): string {
  return `${formatNumber(value)} ${plural(value, unit)}`;
}

/** A number in a sentence: up to twelve as a word. */
export function inWords(value: number): string {
  return words[value] ?? formatNumber(value);
}

/** A number and its unit in a sentence, where numbers up to twelve are words: "three articles". */
export function countInWords(value: number, unit: string): string {
  return `${inWords(value)} ${plural(value, unit)}`;
}

/** The unit in the number that the value asks for. */
export function plural(value: number, unit: string): string {
  if (value === 1) return unit;
  if (unit === 'person') return 'people';
  return /[^aeiou]y$/.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`;
}

/** "a", "a and b", "a, b and c"; beyond `most` names, "a, b and 7 more". */
export function listNames(names: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const shown =
    names.length > most ? [...names.slice(0, most), `${formatNumber(names.length - most)} more`] : [...names];
  const last = shown.pop();
  if (last === undefined) return '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** The first letter as a capital; the rest as given. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
