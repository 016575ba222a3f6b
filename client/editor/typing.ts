// Text typed over a selection is put in by the editor, not by the browser.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * Chromium keeps the look of what it replaces in a style attribute, which the page's content policy refuses with an
 * error. The editor's own handlers, such as the one that sets brackets around a selection, are asked first.
 */
export const typing: Extension = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { from, to, empty } = view.state.selection.main;
    if (event.inputType !== 'insertText' || event.data === null || empty || view.composing) return false;
    const text = event.data;
    event.preventDefault();
    const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type' });
    const handled = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, text, insert));
    if (!handled) view.dispatch(insert());
    return true;
  },
});
