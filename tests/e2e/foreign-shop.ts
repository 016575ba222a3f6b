// A shop's database, another model in the embedded engine: 240 products, 900 customers and 1,500 orders between them.
import { ownerWrites } from '../contract/foreign-owner.ts';
import { tempFolder } from '../temp.ts';
import { type RunningServer, startServer } from './server.ts';

const filling = [
  "UNWIND range(1, 240) AS i CREATE (:Product {productName: 'Lamp ' + i, at: i, price: i * 2})",
  "UNWIND range(1, 900) AS i CREATE (:Customer {name: 'Customer ' + i, at: i})",
  "UNWIND range(1, 1500) AS i CREATE (:Order {orderID: 'order-' + i, by: i * i % 900 + 1, of: i * 7 % 24 * i % 240 + 1})",
  'CREATE INDEX customer_at FOR (n:Customer) ON (n.at)',
  'CREATE INDEX product_at FOR (n:Product) ON (n.at)',
  'MATCH (o:Order) MATCH (c:Customer {at: o.by}) CREATE (c)-[:PLACED]->(o)',
  'MATCH (o:Order) MATCH (p:Product {at: o.of}) CREATE (o)-[:CONTAINS]->(p)',
];
/** Nodes in it. */
export const shopNodes = 240 + 900 + 1500;

/** The built server over a fresh copy of the shop. */
export async function serveShop(env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const folder = tempFolder();
  await ownerWrites({ kind: 'embedded', folder }, filling);
  return startServer({ env: { HEARSAY_DATA: folder, ...env } });
}
