// Ends a connection whose client takes nothing more of an answer that waits for it: what it holds is wanted by others.

import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds for which a connection may take nothing while there is something to take. */
const patience = new WeakMap<Socket, number>();

/** From now on there is something to take: the connection is destroyed where for too long nothing of it is taken. */
export function beginWaiting({ socket }: ServerResponse): void {
  socket?.setTimeout(patience.get(socket) ?? 0);
}

/** Nothing waits any more: the answer is made on, for as long as that takes. */
export function endWaiting({ socket }: ServerResponse): void {
  socket?.setTimeout(0);
}

/** Holds every answer of the server to the patience: its end, and what `beginWaiting` says of one that is sent in pieces. */
export function endStalled(server: Server, patienceMs: number): void {
  server.on('connection', (socket) => patience.set(socket, patienceMs));
  // Before the application, which may be through with it at once.
  server.prependListener('request', (_request, response) => {
    // Its last piece is handed over. When all is taken Node sets the time of a connection that is kept for the next request.
    response.once('prefinish', () => beginWaiting(response));
  });
}
