// Which annotation file belongs to which text: by name, beside it or in a folder of its own.
import { addTo, compare } from '../../../schema/lists.ts';
import type { Faults } from '../faults.ts';

export interface Pair {
  /** The text file's name without its ending: what the metadata and the article's key go by. */
  name: string;
  text: string;
  ann: string;
}
export interface Pairs {
  pairs: Pair[];
  /** Annotation files of further annotators, which are left aside. */
  others: number;
  /** Texts that nobody annotated. */
  alone: string[];
}

const nameOf = (path: string): string => path.slice(path.search(/[^/\\]*$/)).replace(/\.(txt|ann)$/i, '');
const folderOf = (path: string): string => path.slice(0, path.search(/[^/\\]*$/));

/** How many leading parts two paths share: of several texts of one name the nearest is meant. */
function shared(a: string, b: string): number {
  const [one, two] = [a.split(/[/\\]/), b.split(/[/\\]/)];
  const apart = one.findIndex((part, at) => part !== two[at]);
  return apart === -1 ? one.length : apart;
}

/** The text of an annotation file: the same name, or the name before "_" and the annotator's; null where none is. */
function textOf(ann: string, texts: ReadonlyMap<string, readonly string[]>): string | null {
  const name = nameOf(ann);
  const names = [name, name.replace(/[_.][^_.]+$/, '')];
  for (const one of new Set(names)) {
    const near = [...(texts.get(one) ?? [])].sort((a, b) => shared(b, ann) - shared(a, ann) || compare(a, b));
    if (near[0] !== undefined) return near[0];
  }
  return null;
}

/**
 * The pairs among the paths given, sorted by name. Where several annotators did a text, the first by name counts.
 * An annotation file without a text is a fault, as are two texts of one name whose folders do not tell them apart.
 */
export function pairUp(paths: readonly string[], faults: Faults): Pairs {
  const texts = new Map<string, string[]>();
  for (const path of paths) if (/\.txt$/i.test(path)) addTo(texts, nameOf(path), path);
  const byText = new Map<string, string[]>();
  for (const ann of paths.filter((path) => /\.ann$/i.test(path)).sort(compare)) {
    const text = textOf(ann, texts);
    if (text !== null) addTo(byText, text, ann);
    else
      faults.add({
        file: ann,
        reason: `has no text: ${nameOf(ann)}.txt is neither in ${folderOf(ann) || 'its folder'} nor in any other that was named`,
      });
  }
  const pairs = [...byText].map(([text, anns]) => ({ name: nameOf(text), text, ann: anns[0] ?? '' }));
  pairs.sort((a, b) => compare(a.name, b.name) || compare(a.text, b.text));
  pairs.forEach(({ name, text }, at) => {
    const before = pairs[at - 1];
    if (before?.name === name)
      faults.add({ file: text, reason: `has the name of ${before.text}; give the two articles different names` });
  });
  const anns = [...byText.values()].reduce((sum, list) => sum + list.length, 0);
  const alone = [...texts.values()].flat().filter((text) => !byText.has(text));
  return { pairs, others: anns - pairs.length, alone };
}
