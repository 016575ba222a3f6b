// Colours the statement as the worker reads it: old colours move with the text until the new ones are there.
import { type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Language } from './language.ts';
import type { Colour } from './protocol.ts';

/** Milliseconds after a key before the text is read anew. */
const patience = 40;

const arrive = StateEffect.define<readonly Colour[]>();

/** Parts of speech by the library's names; what is missing is drawn as plain text. */
const classes: Readonly<Record<string, string>> = {
  comment: 'comment',
  keyword: 'keyword',
  label: 'label',
  predicateFunction: 'function',
  function: 'function',
  procedure: 'function',
  namespace: 'function',
  paramDollar: 'parameter',
  paramValue: 'parameter',
  stringLiteral: 'string',
  numberLiteral: 'number',
  booleanLiteral: 'number',
  keywordLiteral: 'number',
  property: 'property',
  operator: 'sign',
  separator: 'sign',
  punctuation: 'sign',
  bracket: 'sign',
};
const marks = new Map(
  [...new Set(Object.values(classes))].map((name) => [name, Decoration.mark({ class: `cy-${name}` })]),
);

function decorations(colours: readonly Colour[], length: number): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  let end = 0;
  for (const [from, to, kind] of [...colours].sort((a, b) => a[0] - b[0])) {
    const mark = marks.get(classes[kind] ?? '');
    if (!mark || from < end || to > length || from >= to) continue;
    builder.add(from, to, mark);
    end = to;
  }
  return builder.finish();
}

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (set, transaction) => {
    const arrived = transaction.effects.find((effect) => effect.is(arrive));
    return arrived ? decorations(arrived.value, transaction.newDoc.length) : set.map(transaction.changes);
  },
  provide: (of) => EditorView.decorations.from(of),
});

export function colouring(language: Language): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      readonly view: EditorView;
      timer: ReturnType<typeof setTimeout> | undefined;
      constructor(view: EditorView) {
        this.view = view;
        this.read(0);
      }
      update(update: ViewUpdate) {
        if (update.docChanged) this.read(patience);
      }
      read(after: number) {
        clearTimeout(this.timer);
        this.timer = setTimeout(async () => {
          const { doc } = this.view.state;
          // Without colours a statement can be written all the same.
          const colours = await language.ask({ ask: 'colours', text: doc.toString() }).catch(() => undefined);
          if (colours && this.view.state.doc.eq(doc)) this.view.dispatch({ effects: arrive.of(colours) });
        }, after);
      }
      destroy() {
        clearTimeout(this.timer);
      }
    },
  );
  return [field, plugin];
}
