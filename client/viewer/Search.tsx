// Search over the names in an exported page: as you type, with the keys of a list.
import { useSignal } from '@preact/signals';
import { typeOf } from '../graph/model.ts';
import { foldText } from '../text/fold.ts';
import { fieldValue } from '../ui/field.ts';
import { data } from './data.ts';
import { show, view } from './state.ts';
import { TypeMark } from './TypeMark.tsx';

const most = 12;
const names = data.nodes.map((node) => {
  const aliases = Array.isArray(node.properties.aliases) ? node.properties.aliases.map(String) : [];
  return { node, text: foldText([node.name, ...aliases].join('\n')) };
});

function found(query: string) {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits = names.filter(({ text }) => words.every((word) => text.includes(word)));
  const start = (text: string): number => (text.startsWith(words[0] as string) ? 0 : 1);
  return hits.sort((a, b) => start(a.text) - start(b.text)).slice(0, most);
}

export function Search() {
  const query = useSignal('');
  const at = useSignal(0);
  const rows = found(query.value);
  const take = (index: number) => {
    const row = rows[index];
    if (!row) return;
    query.value = '';
    view.value = 'graph';
    show(row.node.key);
    document.getElementById('panel')?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const to = { ArrowDown: at.value + 1, ArrowUp: at.value - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      at.value = Math.min(rows.length - 1, Math.max(0, to));
    } else if (event.key === 'Enter') take(at.value);
    else if (event.key === 'Escape') query.value = '';
  };
  const open = query.value.trim() !== '';
  return (
    <search class="viewer-search">
      <input
        id="search"
        type="text"
        role="combobox"
        aria-label="Search"
        aria-expanded={open}
        aria-controls="found"
        aria-autocomplete="list"
        {...(rows.length > 0 ? { 'aria-activedescendant': `found-${at.value}` } : {})}
        placeholder="Search names"
        autocomplete="off"
        value={query.value}
        onInput={(event) => {
          query.value = fieldValue(event);
          at.value = 0;
        }}
        onKeyDown={onKey}
      />
      <div
        id="found"
        class="viewer-found"
        role="listbox"
        tabIndex={-1}
        aria-label="Found"
        hidden={!open || rows.length === 0}
      >
        {rows.map(({ node }, index) => (
          <div
            key={node.key}
            id={`found-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at.value}
            onMouseDown={(event) => {
              event.preventDefault();
              take(index);
            }}
          >
            <TypeMark type={typeOf(node)} /> {node.name} <span class="muted">{typeOf(node)}</span>
          </div>
        ))}
      </div>
      {open && rows.length === 0 && (
        <p class="viewer-none" role="status">
          No name here holds “{query.value.trim()}”.
        </p>
      )}
    </search>
  );
}
