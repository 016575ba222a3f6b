// Which network addresses are the public internet's: no others are ever connected to.
import { BlockList, isIP } from 'node:net';

/** Special-purpose blocks of the IANA registries for IPv4 (RFC 6890 and later), multicast and reserved ones. */
const four = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Within 2000::/3, beside which nothing is public: Teredo, ORCHID and other protocols, documentation, 6to4. */
const six = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const blocked = new BlockList();
const unicast = new BlockList();
const add = (list: BlockList, block: string, family: 'ipv4' | 'ipv6'): void => {
  const [network = '', bits = ''] = block.split('/');
  list.addSubnet(network, Number(bits), family);
};
for (const block of four) add(blocked, block, 'ipv4');
for (const block of six) add(blocked, block, 'ipv6');
add(unicast, '2000::/3', 'ipv6');

/**
 * Whether an address in digits is a public one. Private, shared (CGNAT), loopback, link-local, multicast, unspecified and
 * reserved ones are not; nor is any IPv6 address that stands for an IPv4 one, as these may lead anywhere.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, 'ipv4');
  return family === 6 && !address.includes('%') && unicast.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}
