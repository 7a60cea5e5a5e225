import autocannon from 'autocannon';
import Database from 'better-sqlite3';
import fastify from 'fastify';
import { join } from 'node:path';
import type { BenchCounty } from './county';
import { compare, type Comparison } from './measure';

const SECONDS = 5;

async function rate(url: string): Promise<number> {
  const result = await autocannon({ url, duration: SECONDS, connections: 20 });
  return result.requests.average;
}

/** The public list of notices against a bare Fastify handler that runs the same query on the same file. */
export async function notices(county: BenchCounty): Promise<Comparison> {
  const database = new Database(join(county.folder, 'sunlit.sqlite'), { readonly: true });
  const query = database.prepare(
    'SELECT id, code, title, tendererName, category, region, state, method, ceiling, publishedAt, deadline FROM tender WHERE publishedAt IS NOT NULL ORDER BY publishedAt DESC, id DESC LIMIT 21',
  );
  const bare = fastify();
  bare.get('/', () => ({ items: query.all(), next: null }));
  const address = await bare.listen({ port: 0, host: '127.0.0.1' });
  const base = await rate(address);
  const ours = await rate(`${county.url}/api/public/tenders`);
  await bare.close();
  database.close();
  return compare('list of notices, 20 connections', 'per s', ours, base);
}
