// A text field that finds nodes while one types: the combobox pattern, usable by keyboard and screen reader.
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { SearchResult } from '../../server/schema/view.ts';
import { api } from '../api.ts';
import { isForeign, meta } from '../state/data.ts';
import { resource } from '../state/resource.ts';
import { count, formatNumber } from '../text/format.ts';
import { useFloat } from './float.ts';
import { Icon } from './marks.tsx';
import { TypeMark } from './TypeMark.tsx';

type Row = SearchResult['rows'][number];
const patience = 120;

interface ComboboxProps {
  label: string;
  placeholder: string;
  /** Shown while nothing is being typed. */
  value?: string;
  onPick: (row: Row) => void;
  /** Where to look; the search over everything if absent. */
  find?: (query: string, signal: AbortSignal) => Promise<SearchResult>;
  /** Empties the field after a pick: a search box, rather than a form field. */
  clears?: boolean;
  id?: string;
  icon?: boolean;
  /** Rows of one type stand together under its name, the type of the best row first. */
  grouped?: boolean;
  /** Lays the list over what is around it: for a field in a part of the page that scrolls. */
  floats?: boolean;
}

/** What to look for; undefined where there is nothing. */
const queryOf = (text: string): string | undefined =>
  text.trim().slice(0, meta.peek()?.limits.searchLength ?? 200) || undefined;

/** The text, and what of it is looked for once typing has paused. */
function useTyped() {
  const text = useSignal('');
  const wanted = useSignal<string | undefined>(undefined);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = text.subscribe((value) => {
      clearTimeout(timer);
      const query = queryOf(value);
      if (query === undefined) wanted.value = undefined;
      else
        timer = setTimeout(() => {
          wanted.value = query;
        }, patience);
    });
    return () => {
      clearTimeout(timer);
      stop();
      // Or what a field that is gone looked for would be asked again after each decision.
      wanted.value = undefined;
    };
  }, []);
  return { text, wanted };
}

const typeOf = (row: Row): string => row.labels[0] ?? '';

/** Rows by type, in the order of each type's first. */
function groupsOf(rows: readonly Row[]): [type: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(typeOf(row), [...(groups.get(typeOf(row)) ?? []), row]);
  return [...groups];
}

export function Combobox({
  label,
  placeholder,
  value,
  onPick,
  find = api.search,
  clears,
  id,
  icon,
  grouped = false,
  floats = false,
}: ComboboxProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { text, wanted } = useTyped();
  const open = useSignal(false);
  const active = useSignal(0);
  /** Enter was pressed before there was an answer to what is written. */
  const hurried = useRef(false);
  const found = useMemo(() => resource(wanted, (query, signal) => find(query, signal), true), []);
  const rows = useComputed<readonly Row[]>(() => {
    const status = found.status.value;
    const there = status.state === 'ready' ? status.value : status.state === 'loading' ? status.previous : undefined;
    return grouped ? groupsOf(there?.rows ?? []).flatMap(([, rows]) => rows) : (there?.rows ?? []);
  });
  const status = found.status.value;
  const shown = open.value && text.value.trim() !== '';
  useFloat(input, list, shown && floats);
  const current = Math.min(active.value, rows.value.length - 1);

  const pick = (row: Row) => {
    open.value = false;
    text.value = '';
    if (clears && input.current) input.current.value = '';
    else if (input.current) input.current.value = row.name;
    onPick(row);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      open.value = true;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (rows.value.length > 0) active.value = (current + step + rows.value.length) % rows.value.length;
    } else if (event.key === 'Enter') {
      if (!shown) return;
      event.preventDefault();
      const query = queryOf(text.value);
      const row = rows.value[current];
      if (status.state !== 'ready' || wanted.value !== query) {
        hurried.current = true;
        wanted.value = query;
      } else if (row) pick(row);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      // A dialog around it stays open.
      event.preventDefault();
      // One step back each time: the list, what is written, the field.
      if (shown) open.value = false;
      else if (text.value !== '' && input.current) {
        text.value = '';
        input.current.value = value ?? '';
      } else input.current?.blur();
    }
  };
  useEffect(
    () =>
      found.status.subscribe((now) => {
        if (!hurried.current || now.state === 'loading') return;
        hurried.current = false;
        const [first] = now.state === 'ready' ? now.value.rows : [];
        if (first) pick(first);
      }),
    [],
  );
  const onInput = (event: Event) => {
    hurried.current = false;
    text.value = (event.target as HTMLInputElement).value;
    active.value = 0;
    open.value = true;
  };
  const option = (row: Row, index: number) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, which keeps the focus
    <div
      key={row.key}
      id={`${listId}-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === current}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => pick(row)}
    >
      <TypeMark type={row.labels[0] ?? ''} />
      <span class="option-name">{row.name}</span>
      <span class="option-note">
        {row.aliases.length > 0 && row.score <= 2
          ? `${isForeign.value ? '' : 'also '}${row.aliases[0]}`
          : grouped
            ? ''
            : typeOf(row)}
      </span>
    </div>
  );
  return (
    <div class="combobox">
      {icon && <Icon name="search" />}
      <input
        ref={input}
        {...(id ? { id } : {})}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(shown && current >= 0 ? { 'aria-activedescendant': `${listId}-${current}` } : {})}
        placeholder={placeholder}
        defaultValue={value ?? ''}
        key={value ?? ''}
        autocomplete="off"
        spellcheck={false}
        onInput={onInput}
        onKeyDown={onKey}
        onFocus={() => {
          open.value = true;
        }}
        onBlur={() => {
          open.value = false;
        }}
      />
      <div class={floats ? 'combobox-list floats' : 'combobox-list'} ref={list} hidden={!shown}>
        <div id={listId} role="listbox" aria-label={`${label}: results`}>
          {grouped
            ? groupsOf(rows.value).map(([type, some]) => (
                // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups of options, and no fieldset
                <div key={type} role="group" aria-label={type}>
                  <span class="option-group" aria-hidden="true">
                    {type}
                  </span>
                  {some.map((row) => option(row, rows.value.indexOf(row)))}
                </div>
              ))
            : rows.value.map(option)}
        </div>
        <p class="combobox-note" role="status">
          {status.state === 'failed' && `${status.failure.title}. ${status.failure.message}`}
          {status.state === 'loading' && rows.value.length === 0 && 'Searching…'}
          {status.state === 'ready' &&
            rows.value.length === 0 &&
            `Nothing is called “${wanted.value}”. ${isForeign.value ? 'The texts and numbers of all nodes' : 'Names, other spellings and words of the reports'} are searched.`}
          {status.state === 'ready' &&
            status.value.partial &&
            ` Only ${formatNumber(status.value.partial.nodes)} of ${count(status.value.partial.of, 'node')} were searched in the time there is. A full-text index in the database would reach all.`}
        </p>
      </div>
    </div>
  );
}
