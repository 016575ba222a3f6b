// Completion: what may stand at the cursor by the grammar, with the names of the connected database.
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeCompletion,
  currentCompletions,
  selectedCompletionIndex,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { DbSchema } from '@neo4j-cypher/language-support';
import type { DatabaseSchema } from '../../server/schema/cypher.ts';
import { functions } from '../text/cypher-functions.ts';
import type { Language } from './language.ts';

const byName = <T extends { name: string }>(list: readonly T[]): Record<string, T> =>
  Object.fromEntries(list.map((one) => [one.name, one]));

const anyFunction = functions.map(({ name, signature, description, aggregating }) => ({
  name,
  signature,
  description,
  aggregating,
  category: '',
  isBuiltIn: true,
  argumentDescription: [],
  returnDescription: '',
  isDeprecated: false,
}));

/** The names that completion may propose, in the form that the library wants. */
export function namesOf(schema: DatabaseSchema | undefined, parameters: readonly string[]): DbSchema {
  const properties = [...(schema?.labels ?? []), ...(schema?.relationTypes ?? [])].flatMap((one) => one.properties);
  const procedures = (schema?.procedures ?? []).map((name) => ({
    name,
    description: '',
    mode: 'READ' as const,
    worksOnSystem: false,
    argumentDescription: [],
    returnDescription: [],
    signature: name,
    admin: false,
    option: { deprecated: false },
  }));
  return {
    labels: (schema?.labels ?? []).map(({ name }) => name),
    relationshipTypes: (schema?.relationTypes ?? []).map(({ name }) => name),
    propertyKeys: [...new Set(properties.map(({ name }) => name))].sort(),
    parameters: Object.fromEntries(parameters.map((name) => [name, ''])),
    functions: { 'CYPHER 5': byName(anyFunction) },
    procedures: { 'CYPHER 5': byName(procedures) },
  };
}

/** Whether the word is written out: one of what is proposed, as it would be inserted. Keywords have no case. */
export const isFinished = (word: string, options: readonly Pick<Completion, 'apply' | 'label' | 'type'>[]): boolean =>
  options.some(({ apply, label, type }) => {
    const whole = typeof apply === 'string' ? apply : label;
    return type === 'keyword' ? whole.toLowerCase() === word.toLowerCase() : whole === word;
  });

/** Closes the list where the word before the cursor is finished, and leaves the key to whoever comes next. */
export function leaveFinished(view: EditorView): boolean {
  const { state } = view;
  // Whoever has walked down the list wants what is chosen there.
  if (selectedCompletionIndex(state) !== 0) return false;
  const { head } = state.selection.main;
  const [word = ''] = /[\p{L}\p{N}_]*$/u.exec(state.sliceDoc(state.doc.lineAt(head).from, head)) ?? [];
  if (isFinished(word, currentCompletions(state))) closeCompletion(view);
  return false;
}

/** A pattern's element and what it is said to be: (c:Country), [r:OPPOSES|SUPPORTS]. */
const elements = /[([]\s*([\p{L}_][\p{L}\p{N}_]*)\s*:\s*([^\s)\]{*$]+(?:\s*[|&:]\s*[^\s)\]{*$]+)*)/gu;

/** The properties of what the name stands for, by the labels and types that the statement gives it; undefined where it gives none that is known. */
export function propertiesOf(
  text: string,
  name: string,
  schema: DatabaseSchema | undefined,
): ReadonlySet<string> | undefined {
  const known = new Map([...(schema?.labels ?? []), ...(schema?.relationTypes ?? [])].map((one) => [one.name, one]));
  const properties = new Set<string>();
  for (const [, element, kinds = ''] of text.matchAll(elements)) {
    if (element !== name) continue;
    // What it is said not to be tells nothing of what it has.
    if (kinds.includes('!') || kinds.includes('%')) return undefined;
    for (const kind of kinds.split(/[|&:()\s]+/))
      for (const property of known.get(kind.replaceAll('`', ''))?.properties ?? []) properties.add(property.name);
  }
  return properties.size > 0 ? properties : undefined;
}

/** What stands before the cursor where a property's name begins: the name whose property it is. */
const owner = /([\p{L}_][\p{L}\p{N}_]*)\.$/u;

export function completion(language: Language, schema: () => DatabaseSchema | undefined): Extension {
  const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const word = context.matchBefore(/[\p{L}\p{N}_]*/u);
    const from = word?.from ?? context.pos;
    const before = context.state.sliceDoc(from - 1, from);
    // Unasked only where a name is being written.
    if (!context.explicit && from === context.pos && !':.$'.includes(before || ' ')) return null;
    const text = context.state.doc.toString();
    const asked = { ask: 'proposals', text, at: context.pos, manual: context.explicit } as const;
    const [, of] = owner.exec(context.state.sliceDoc(Math.max(0, from - 200), from)) ?? [];
    const own = of === undefined ? undefined : propertiesOf(text, of, schema());
    const all = await language.ask(asked).catch(() => []);
    const proposals = own ? all.filter(({ kind, label }) => kind !== 'property' || own.has(label)) : all;
    if (context.aborted || proposals.length === 0) return null;
    return {
      from,
      options: proposals.map(({ label, insert, kind, detail }) => ({
        label: label.replace(/^\$/, ''),
        apply: insert.replace(/^\$/, ''),
        type: kind,
        // Names first: the grammar lets nearly every keyword stand nearly everywhere.
        boost: kind === 'keyword' ? -20 : 0,
        ...(detail === null || detail === label ? {} : { detail }),
      })),
      validFor: /^[\p{L}\p{N}_]*$/u,
    };
  };
  return autocompletion({ override: [source], icons: false, maxRenderedOptions: 60 });
}
