// The editor of a Cypher statement: the only part of the page, with its folder, that knows CodeMirror.
import { closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { type ReadonlySignal, effect as watch } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DatabaseSchema, StatementFault, StatementWarning } from '../../server/schema/cypher.ts';
import { colouring } from './colours.ts';
import { completion, leaveFinished, namesOf } from './completion.ts';
import { offsetOf, showFaults } from './faults.ts';
import { Language } from './language.ts';
import { theme } from './theme.ts';
import { typing } from './typing.ts';

/** What others may do with the editor. */
export interface EditorHandle {
  focus(): void;
  /** Puts the cursor at a place, lines and columns from 1. */
  goTo(place: StatementFault['from']): void;
  /** Errors: one that says why the text cannot be formatted. */
  format(): Promise<void>;
}

interface EditorProps {
  label: string;
  /** Which text is written; each has its own undo. */
  document: ReadonlySignal<{ id: number; text: string }>;
  faults: ReadonlySignal<readonly StatementFault[]>;
  warnings: ReadonlySignal<readonly StatementWarning[]>;
  schema: ReadonlySignal<DatabaseSchema | undefined>;
  parameters: ReadonlySignal<readonly string[]>;
  onWrite: (text: string) => void;
  onRun: () => void;
  onReady: (handle: EditorHandle | null) => void;
}

function setup(language: Language, { label, schema, onWrite, onRun }: EditorProps): Extension {
  const run = (view: EditorView) => {
    closeCompletion(view);
    onRun();
    return true;
  };
  return [
    // Before all other keys: Ctrl+Enter would begin a new line.
    Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
    // Before completion's own Enter, which would take the line break for a word that needs nothing more.
    Prec.highest(keymap.of([{ key: 'Enter', run: leaveFinished }])),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      // Escape, then Tab leaves the editor: CodeMirror lets Tab go for two seconds after Escape.
      indentWithTab,
    ]),
    history(),
    typing,
    lineNumbers(),
    drawSelection(),
    highlightActiveLine(),
    bracketMatching(),
    closeBrackets(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
    placeholder('MATCH (a)-[r]->(b) RETURN a, r, b LIMIT 25'),
    colouring(language),
    completion(language, () => schema.peek()),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onWrite(update.state.doc.toString());
    }),
    theme,
  ];
}

async function format(view: EditorView, language: Language): Promise<void> {
  const before = view.state.doc;
  const text = await language.ask({ ask: 'format', text: before.toString() });
  if (!view.state.doc.eq(before) || text === before.toString()) return;
  view.dispatch({ changes: { from: 0, to: before.length, insert: text }, userEvent: 'format' });
}

/** Lets CodeMirror into the element; the answer takes it out again. */
function mount(host: HTMLElement, props: EditorProps): () => void {
  // In a shadow root its styles are constructed sheets, which the page's content policy lets through.
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const language = new Language();
  const extensions = setup(language, props);
  const states = new Map<number, EditorState>();
  const stateOf = (text: string) => EditorState.create({ doc: text, extensions });
  const first = props.document.peek();
  let shown = first.id;
  const view = new EditorView({ state: stateOf(first.text), root, parent: root as unknown as HTMLElement });
  const stops = [
    watch(() => {
      const { id, text } = props.document.value;
      if (id !== shown) {
        states.set(shown, view.state);
        shown = id;
        const known = states.get(id);
        view.setState(known?.doc.toString() === text ? known : stateOf(text));
        showFaults(view, props.faults.peek(), props.warnings.peek());
      } else if (text !== view.state.doc.toString()) {
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      }
    }),
    watch(() => showFaults(view, props.faults.value, props.warnings.value)),
    watch(() => language.know(namesOf(props.schema.value, props.parameters.value))),
  ];
  props.onReady({
    focus: () => view.focus(),
    goTo: (place) => {
      view.dispatch({ selection: { anchor: offsetOf(view.state.doc, place) }, scrollIntoView: true });
      view.focus();
    },
    format: () => format(view, language),
  });
  return () => {
    props.onReady(null);
    for (const stop of stops) stop();
    view.destroy();
    language.close();
  };
}

export function Editor(props: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => (host.current ? mount(host.current, props) : undefined), []);
  return <div class="statement-editor" ref={host} />;
}
