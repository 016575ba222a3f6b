// The viewer of an exported page: draws the data that the page carries, with no network and no server.
import { effect } from '@preact/signals';
import { render } from 'preact';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import '../styles/marks.css';
import '../styles/origins.css';
import '../styles/table.css';
import './viewer.css';
import { theme } from './state.ts';
import { Viewer } from './Viewer.tsx';

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
const root = document.getElementById('app');
if (root) render(<Viewer />, root);
