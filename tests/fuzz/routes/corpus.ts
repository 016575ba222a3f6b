// Requests that once were answered as a fault of the server, or not at all: they are sent first.

export interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export const corpus: Asked[] = [
  // A byte that is no text, in a key.
  { method: 'GET', path: '/api/nodes/%FF', headers: {} },
  { method: 'GET', path: '/api/nodes/%00', headers: {} },
  { method: 'POST', path: '/api/query', headers: { 'content-type': 'application/json' }, body: '{"__proto__":{}}' },
];
