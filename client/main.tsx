// Starts the page: reads the address, watches keys and theme, draws, and loads the data.
import '@fontsource-variable/inter';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/controls.css';
import './styles/canvas.css';
import './styles/marks.css';
import './styles/rail.css';
import './styles/filters.css';
import './styles/legend.css';
import './styles/history.css';
import './styles/panel.css';
import './styles/evidence.css';
import './styles/origins.css';
import './styles/table.css';
import './styles/matrix.css';
import './styles/ledger.css';
import './styles/timeline.css';
import './styles/compare.css';
import './styles/decisions.css';
import './styles/identity.css';
import './styles/notes.css';
import './styles/brief.css';
import './styles/views.css';
import './styles/stories.css';
import './styles/phone.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './App.tsx';
import { whenSignedOut } from './api.ts';
import { fetchTabs } from './panels/tabs.tsx';
import { signIn } from './state/account.ts';
import { readAddress, startAddress } from './state/address.ts';
import { startCases } from './state/cases.ts';
import { loading, nameOf } from './state/data.ts';
import { startEdgeReports } from './state/edge-reports.ts';
import { startDrawing } from './state/graph.ts';
import { actionOf, isTyping } from './state/keys.ts';
import { startLayouts } from './state/layout.ts';
import { load, startReloading } from './state/load.ts';
import { startMetrics } from './state/metrics.ts';
import { startNotes } from './state/notes.ts';
import { startPath } from './state/path.ts';
import { startReplay } from './state/replay.ts';
import { startStyle } from './state/style.ts';
import { startStyleProperties } from './state/style-css.ts';
import { systemTheme, theme } from './state/theme.ts';
import { selection } from './state/view.ts';
import { startWith } from './state/views/open.ts';
import { playStory, startWithStory, storyIn } from './state/views/play.ts';
import { startWatches } from './state/watches.ts';
import { startNaming } from './state/what-if.ts';

whenSignedOut(signIn);
const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => {
  systemTheme.value = dark.matches ? 'dark' : 'light';
};
follow();
dark.addEventListener('change', follow);
effect(() => {
  document.documentElement.dataset.theme = theme.value;
});

effect(() => {
  const key = selection.value?.kind === 'node' ? selection.value.key : undefined;
  document.title = key === undefined ? 'Hearsay: who holds which position, on whose word' : `${nameOf(key)} · Hearsay`;
});

document.addEventListener('keydown', (event) => {
  // What lies over the page, and a word that is still being composed, have the keys first.
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
  // A popover is closed by the browser itself.
  if (event.key === 'Escape' && document.querySelector(':popover-open')) return;
  // Within a shadow root, such as the editor's, the target seen from here is its host.
  const action = actionOf(event, isTyping(event.composedPath()[0] ?? null));
  if (!action) return;
  event.preventDefault();
  action();
});

/** How long after the first picture the views of the other tabs are fetched, in ms. */
const restful = 3000;
const { search } = window.location;
const saved = new URLSearchParams(search).get('view');
const story = storyIn(search);
const plain = saved === null && story === null;
if (plain) readAddress(search);
startPath();
startDrawing();
startLayouts();
startMetrics();
startReloading();
startEdgeReports();
startNaming();
startCases();
startNotes();
startWatches();
startReplay();
startStyle();
startStyleProperties(document.documentElement.style);
const root = document.getElementById('app');
if (root) render(<App />, root);
/** The address of a saved view or story says nothing of it itself: what it names is asked for first. */
async function readNamed(): Promise<void> {
  if (story !== null) await startWithStory(story);
  else if (saved !== null) await startWith(saved);
}
void readNamed()
  .then(() => {
    startAddress(window, (query) => {
      const named = storyIn(query);
      if (named !== null) void playStory(named.key, named.at);
      return named !== null;
    });
    return load();
  })
  .then(() => setTimeout(() => loading.peek().state === 'ready' && void fetchTabs(), restful));
