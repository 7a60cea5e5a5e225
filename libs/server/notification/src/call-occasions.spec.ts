import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { CallPanel, Panels, type Invitation } from '@server/panel';
import { aDrawnPanel, type DrawnPanel } from '../../../../test/support/drawn-panel';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor } from '../../../../test/support/tender-row';
import { settle } from '../../../../test/support/turns';
import { NotificationModule } from './index';

describe('after an answer', () => {
  const taken: { to: string; text: string }[] = [];
  const sms = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      taken.push(JSON.parse(body) as { to: string; text: string });
      response.writeHead(202).end();
    });
  });
  let module: TestModule;
  let drawn: DrawnPanel;

  beforeAll(async () => {
    sms.listen(0, '127.0.0.1');
    await once(sms, 'listening');
    module = await aModule('call_occasions', [NotificationModule], {
      SMS_URL: `http://127.0.0.1:${(sms.address() as AddressInfo).port}/send`,
      SMS_KEY: 'a shared key',
    });
    drawn = await aDrawnPanel(module);
  });
  afterAll(async () => {
    await module.close();
    sms.close();
  });

  const answer = async ({ id, row }: Invitation, accepts: boolean): Promise<void> => {
    const { personId } = await module.get(Panels).identity(drawn.panel.id, row);
    await module.get(CallPanel).answer({ ...anActor('expert'), personId }, id, accepts);
    await settle(module, 1);
  };

  it('whoever comes is reminded of time and place, and nothing of it is kept', async () => {
    const [first, second] = await module.get(Panels).invitations(drawn.panel.id);
    await answer(first!, true);
    for (let turn = 0; turn < 100 && taken.length === 0; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(taken).toHaveLength(1);
    expect(taken[0]!.to).toMatch(/^1380000\d{4}$/);
    expect(taken[0]!.text).toContain('评标区3号室');
    expect(taken[0]!.text).not.toContain(drawn.tender.title);
    await answer(second!, false);
    for (const table of ['message', 'delivery', 'outbox']) {
      const dump = JSON.stringify(await module.get(DataSource).query(`SELECT * FROM ${table}`));
      for (const person of drawn.people) expect(dump).not.toContain(person);
      expect(dump).not.toContain(taken[0]!.to);
    }
    expect(taken).toHaveLength(1);
  });
});
