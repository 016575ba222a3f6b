// By which address a client is told from others: whoever has a whole network to themselves is one client.
import { expect, it } from 'vitest';
import { clientOf } from '../../../server/operation/rate.ts';

it('is the address, and of IPv6 the network of 64 bits', () => {
  const clients = ['192.0.2.7', '192.0.2.8', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9', '2001:db8:1:3::9'].map((ip) =>
    clientOf({ ip }),
  );
  expect(clients.slice(0, 2)).toEqual(['192.0.2.7', '192.0.2.8']);
  expect(clients[2]).toBe(clients[3]);
  expect(new Set(clients).size).toBe(4);
  // As a listener for both kinds names an address of IPv4.
  expect(clientOf({ ip: '::ffff:192.0.2.7' })).toBe('192.0.2.7');
  expect(clientOf({ ip: undefined })).toBe('');
});
