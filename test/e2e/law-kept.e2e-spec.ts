import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NATIONAL_2024 } from '@core/rules';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DemoPeople } from '@server/demo';
import { createApp } from '../../apps/api/src/create-app';
import { registerProject } from '../journeys/rural-road';
import { uploadFile } from '../journeys/upload';
import { clockTo, worldAt, type World } from '../journeys/world';
import { aDatabase, type TestDatabase } from '../support/database';
import { noticeText } from '../journeys/notice';

interface Finding {
  readonly ruleId: string;
  readonly outcome: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const OURS = ['below-prep-5d', 'below-clarify-3d'];

/** A county's own file: the same id in every version, with its own days of preparation and of lead time. */
function countyFile(
  version: number,
  days: { readonly prep: number; readonly lead: number },
): string {
  const rules = OURS.map((id, index) => ({
    ...NATIONAL_2024.rules.get(id),
    locality: undefined,
    value: index === 0 ? days.prep : days.lead,
    citation: `本县办法第${version}版`,
    status: 'unverified',
  }));
  const { title, settings } = NATIONAL_2024;
  const head = {
    format: 'sunlit-rules-1',
    id: 'county-own',
    version,
    title,
    notice: null,
    settings,
  };
  return JSON.stringify({ ...head, base: NATIONAL_2024.id, rules });
}

describe('a tender keeps the rules it was published under', () => {
  let database: TestDatabase;
  let world: World;
  let close: () => Promise<void>;
  let published: string;
  let drafted: string;

  /** (Re)starts the server on the same data. */
  const start = async (settings: Record<string, string>): Promise<NestFastifyApplication> => {
    const app = await createApp(database.config({ DEMO: 'true', ...settings }));
    await app.listen(0, '127.0.0.1');
    close = () => app.close();
    world = worldAt((await app.getUrl()).replace('[::1]', '127.0.0.1'), () => undefined);
    return app;
  };
  /** The same with this text as the county's file. */
  const startUnder = (text: string): Promise<NestFastifyApplication> => {
    const file = join(database.config().settings.DATA_DIR, 'county.json');
    writeFileSync(file, text);
    return start({ RULE_SET: 'county-own', RULE_SET_FILE: file });
  };
  const draft = async (deadline: string): Promise<string> => {
    const projectId = await registerProject(world);
    const clerk = await world.as('township');
    const terms = { title: '新明村便民桥', method: 'open_tender', bidBondFen: '0', deadline };
    const { id } = await clerk.post<{ id: string }>('/api/tenders', { projectId, ...terms });
    const file = await uploadFile(clerk, '招标文件.txt', 'text/plain', Buffer.from('招标文件'));
    const document = { fileId: file.id, kind: 'tender_document', title: '招标文件' };
    await clerk.post(`/api/tenders/${id}/documents`, document);
    return id;
  };
  const publish = async (id: string): Promise<unknown> => {
    const clerk = await world.as('township');
    return clerk.post(`/api/tenders/${id}/publish`, { text: await noticeText(clerk, id) });
  };
  const hashOf = async (id: string): Promise<string> =>
    (await world.stranger().get<{ ruleSetHash: string }>(`/api/public/tenders/${id}`)).ruleSetHash;
  const leadTime = async (id: string): Promise<unknown> => {
    const path = `/api/tenders/${id}/clarifications/advice?affectsPreparation=true`;
    const clerk = await world.as('township');
    return (await clerk.get<{ finding: Finding }>(path)).finding;
  };

  beforeAll(async () => {
    database = await aDatabase('law_kept');
    const app = await startUnder(countyFile(1, { prep: 5, lead: 3 }));
    await app.get(DemoPeople).settle(0);
    published = await draft('2026-03-20T01:30:00.000Z');
    await publish(published);
    drafted = await draft('2026-03-10T01:30:00.000Z');
    await close();
    await startUnder(countyFile(2, { prep: 9, lead: 6 }));
  });
  afterAll(async () => {
    await close();
    await database.drop();
  });

  it('judges a draft by the file as it is now', async () => {
    const clerk = await world.as('township');
    expect(await clerk.refusal(publish(drafted))).toMatchObject({
      code: 'tender.unlawful',
      params: { rule: 'below-prep-5d', minimum: '9' },
      law: { citation: '本县办法第2版' },
    });
    const terms = { title: '新明村便民桥', method: 'open_tender', bidBondFen: '0' };
    await clerk.put(`/api/tenders/${drafted}`, { ...terms, deadline: '2026-03-20T01:30:00.000Z' });
    await publish(drafted);
    expect(await hashOf(drafted)).not.toBe(await hashOf(published));
  });

  it('and what was published by the numbers of its day', async () => {
    await clockTo(world, '2026-03-19T01:00:00.000Z');
    expect(await leadTime(published)).toMatchObject({
      citation: '本县办法第1版',
      facts: { days: '3' },
    });
    expect(await leadTime(drafted)).toMatchObject({
      citation: '本县办法第2版',
      facts: { days: '6' },
    });
  });

  it('even where the county has no file of its own any more', async () => {
    const before = await hashOf(published);
    await close();
    await start({});
    expect(await hashOf(published)).toBe(before);
    expect(await leadTime(published)).toMatchObject({ citation: '本县办法第1版' });
  });
});
