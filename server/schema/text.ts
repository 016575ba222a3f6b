// Texts as both engines store them and a reader sees them: well-formed Unicode, without control characters.
import { z } from 'zod';

/** A control character, or half of a surrogate pair without its other half. */
const unfit = /[\p{Cc}\p{Cs}]/gu;
/** Something that leaves a mark on paper: no blank, no format character, none of the letters that show nothing. */
const visible = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What is wrong with the first character that may not be in a text, or null. */
function faultOf(text: string, allowed: string): string | null {
  for (const { 0: character, index } of text.matchAll(unfit)) {
    if (allowed.includes(character)) continue;
    const at = `at code point ${[...text.slice(0, index)].length}`;
    if (/\p{Cs}/u.test(character))
      return `holds half a surrogate pair (${codePoint(character)}) ${at}, which is no character`;
    return `holds the control character ${codePoint(character)} ${at}; take it out`;
  }
  return null;
}

const onlyText =
  (allowed: string) =>
  (text: string, context: z.core.$RefinementCtx<string>): void => {
    const fault = faultOf(text, allowed);
    if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  };

/** Words of one line. */
export const Line = z.string().superRefine(onlyText(''));
/** Words of an article as they stand in its file, with its line breaks and tabs. */
export const Passage = z.string().superRefine(onlyText('\r\n\t'));
/** Words of which a reader sees something; blanks around them are cut off. */
const visibleText = (also: string) =>
  z
    .string()
    .trim()
    .min(1)
    .superRefine(onlyText(also))
    .refine((text) => text === '' || visible.test(text), { error: 'holds nothing that can be seen' });
/** The same in one line. */
export const VisibleLine = visibleText('');
/** The same in several lines. */
export const VisiblePassage = visibleText('\r\n\t');
/** A moment in UTC, to the millisecond or less. */
export const Moment = z.iso.datetime({ error: 'must be a moment such as 2024-10-24T09:30:00.000Z' });
export const Url = z
  .url({ protocol: /^https?$/ })
  .superRefine(onlyText(''))
  .max(2000);
