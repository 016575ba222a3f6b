// Peers that are programs of their own and cost much: each runs only where it is asked for by `--peer NAME`.
import { corenlp } from '../peers/corenlp/corenlp.ts';
import type { Peer } from './peer.ts';

export const peers: readonly Peer[] = [corenlp];
