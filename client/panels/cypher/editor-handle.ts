// The editor of the workspace, for the buttons around it; null while it is not there.
import { signal } from '@preact/signals';
import type { EditorHandle } from '../../editor/Editor.tsx';

export const editor = signal<EditorHandle | null>(null);
