import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoPeople } from '@server/demo';
import { readConfig } from '@server/platform';
import { createApp } from '../../apps/api/src/create-app';
import { registerProject } from '../journeys/rural-road';
import { uploadFile } from '../journeys/upload';
import { worldAt } from '../journeys/world';
import { compare, median, type Comparison } from './measure';
import { answering, freePort, realServer } from './server';
import { noticeText } from '../journeys/notice';

const BYTES = 100 * 1024 * 1024;
const ROUNDS = 5;

/** Seconds one download takes, drained and counted. */
async function seconds(url: string): Promise<number> {
  const start = performance.now();
  const answer = await fetch(url);
  let read = 0;
  for await (const piece of answer.body ?? []) read += (piece as Uint8Array).byteLength;
  if (read !== BYTES) throw new Error(`${url}: ${read} bytes`);
  return (performance.now() - start) / 1_000;
}

async function rate(url: string): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) all.push(await seconds(url));
  return BYTES / 1e6 / median(all);
}

/** nginx on a folder, with its own configuration and no rights. */
async function nginx(folder: string): Promise<{ url: string; stop: () => void }> {
  const port = await freePort();
  const own = join(folder, 'nginx');
  mkdirSync(own);
  chmodSync(folder, 0o755);
  writeFileSync(
    join(own, 'nginx.conf'),
    `daemon off; pid ${own}/pid; error_log /dev/null;
     events {}
     http { access_log off; sendfile on; client_body_temp_path ${own}/a; proxy_temp_path ${own}/b;
       fastcgi_temp_path ${own}/c; uwsgi_temp_path ${own}/d; scgi_temp_path ${own}/e;
       server { listen 127.0.0.1:${port}; root ${folder}/public; } }`,
  );
  const child = spawn('nginx', ['-c', join(own, 'nginx.conf')], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/alive`);
  return { url, stop: () => void child.kill('SIGTERM') };
}

/** A tender document of 100 MB through the product against nginx serving the same bytes. */
export async function download(): Promise<Comparison> {
  if (spawnSync('nginx', ['-v']).error)
    throw new Error('nginx is not installed: apt-get install nginx-light');
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-download-'));
  const bytes = randomBytes(BYTES);
  mkdirSync(join(folder, 'public'));
  writeFileSync(join(folder, 'public', 'document'), bytes);
  writeFileSync(join(folder, 'public', 'alive'), 'yes');
  const data = join(folder, 'data');
  const app = await createApp(readConfig({ DATA_DIR: data, LOG_LEVEL: 'silent' }));
  await app.init();
  await app.get(DemoPeople).settle(0);
  await app.close();
  const server = await realServer({ DATA_DIR: data });
  const other = await nginx(folder);
  try {
    const world = worldAt(server.url, () => undefined);
    const tenderer = await world.as('township');
    const projectId = await registerProject(world);
    const { id } = await tenderer.post<{ id: string }>('/api/tenders', {
      projectId,
      title: '一百兆',
      method: 'open_tender',
      ceilingFen: '360000000',
      bidBondFen: '0',
    });
    const file = await uploadFile(tenderer, '图纸.zip', 'application/zip', bytes);
    const body = { fileId: file.id, kind: 'tender_document', title: '图纸' };
    await tenderer.post(`/api/tenders/${id}/documents`, body);
    await tenderer.post(`/api/tenders/${id}/publish`, {
      text: await noticeText(tenderer, id),
    });
    const page = await tenderer.get<{ documents: { id: string }[] }>(`/api/public/tenders/${id}`);
    const path = `/api/public/tenders/${id}/documents/${page.documents[0]?.id}/file`;
    const ours = await rate(`${server.url}${path}`);
    return {
      ...compare(
        'download of a 100 MB document',
        'MB/s',
        ours,
        await rate(`${other.url}/document`),
      ),
      note: `median of ${ROUNDS}, against nginx with sendfile`,
    };
  } finally {
    other.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
