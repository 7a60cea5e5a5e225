import autocannon from 'autocannon';
import fastify from 'fastify';
import { publish, registerProject } from '../journeys/rural-road';
import { worldAt } from '../journeys/world';
import { benchCounty } from './county';
import { compare, type Comparison } from './measure';

const SECONDS = 5;

async function rate(url: string): Promise<number> {
  const result = await autocannon({ url, duration: SECONDS, connections: 20 });
  if (result.non2xx > 0) throw new Error(`${url}: ${result.non2xx} refused`);
  return result.requests.average;
}

/** The reading pages against a bare Fastify handler that serves the same bytes. */
export async function portal(): Promise<Comparison[]> {
  const county = await benchCounty(3);
  try {
    const world = worldAt(county.url, () => undefined);
    const { tenderId } = await publish(world, await registerProject(world));
    const results: Comparison[] = [];
    for (const [name, path] of [
      ['front page', '/'],
      ['list of notices', '/tenders'],
      ['one tender', `/tenders/${tenderId}`],
    ] as const) {
      const bytes = await (await fetch(county.url + path)).text();
      const bare = fastify();
      bare.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(bytes));
      const base = await rate(await bare.listen({ port: 0, host: '127.0.0.1' }));
      const ours = await rate(county.url + path);
      await bare.close();
      results.push(compare(`reading page, ${name}, 20 connections`, 'per s', ours, base));
    }
    return results;
  } finally {
    await county.close();
  }
}
