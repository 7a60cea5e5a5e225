import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Accounts, PERSON_ERASED } from '@server/identity';
import { Outbox, SystemClock, UnitOfWork } from '@server/platform';
import { MailServer } from '../../../../test/support/mail-server';
import { aModule, type TestModule } from '../../../../test/support/module';
import { Contacts, Deliver, Messages, NotificationModule, Notify, type Contact } from './index';

const ASKED: Contact = {
  language: 'en',
  mail: 'wang@example.com',
  byMail: true,
  phone: '13800000000',
  bySms: true,
};

describe('telling people', () => {
  const mail = new MailServer();
  const taken: { body: string; signature: string }[] = [];
  const gateway = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      taken.push({ body, signature: String(request.headers['x-sunlit-signature']) });
      response.writeHead(202).end();
    });
  });
  let module: TestModule;
  let person: string;
  let silent: string;

  beforeAll(async () => {
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    module = await aModule('notification', [NotificationModule], {
      SMTP_URL: await mail.start(),
      MAIL_FROM: 'Sunlit <noreply@sunlit.example>',
      SMS_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/send`,
      SMS_KEY: 'a shared key',
    });
    const accounts = module.get(Accounts);
    const password = 'sunlight in every draw';
    person = await accounts.register({ username: 'wang', name: '王', password });
    silent = await accounts.register({ username: 'zhao', name: '赵', password });
    await module.get(Contacts).keep(person, ASKED);
  });
  afterAll(async () => {
    await module.close();
    await mail.stop();
    gateway.close();
  });
  beforeEach(() => {
    mail.received.length = 0;
    taken.length = 0;
    mail.isRefusing = false;
  });
  afterEach(() => jest.restoreAllMocks());

  const tell = (about: string): Promise<void> =>
    module.get(Notify).tell([person, silent, person], {
      topic: 'award.made',
      about,
      params: { code: 'T2026-0001', title: '人行桥' },
      link: '/work/letters',
    });
  const carry = (): Promise<number> => module.get(Deliver).tick();

  it('puts one message in each inbox, and carries it out by the ways a person asked for', async () => {
    await tell('one');
    await tell('one');
    const messages = module.get(Messages);
    expect([await messages.unread(person), await messages.unread(silent)]).toEqual([1, 1]);
    expect(await carry()).toBe(2);
    expect(mail.received).toHaveLength(1);
    const [letter] = mail.received;
    expect(letter?.to).toBe('wang@example.com');
    expect(letter?.source).toMatch(/^From: Sunlit <noreply@sunlit\.example>/m);
    expect(letter?.source).toMatch(/^Subject: The letters are out/m);
    expect(letter?.source).toContain('/work/letters');
    expect(JSON.parse(taken[0]?.body ?? '{}')).toMatchObject({
      to: '13800000000',
      text: 'The letters are out (T2026-0001)',
    });
    expect(taken[0]?.signature).toBe(
      createHmac('sha256', 'a shared key')
        .update(taken[0]?.body ?? '')
        .digest('hex'),
    );
    expect(await carry()).toBe(0);
    await messages.read(person, null, 1);
    expect([await messages.unread(person), await messages.unread(silent)]).toEqual([0, 1]);
  });

  it('tries again later what was not taken, as the same letter, and gives up in the end', async () => {
    mail.isRefusing = true;
    await tell('two');
    expect(await carry()).toBe(1);
    const failed = async () =>
      (await module.get(Messages).log(null, 20)).find(
        (row) => row.channel === 'mail' && row.state !== 'sent',
      );
    expect(await failed()).toMatchObject({ state: 'waiting', attempts: 1 });
    expect((await failed())?.lastError).toContain('mailbox is being moved');
    expect(await carry()).toBe(0);
    let now = Date.now();
    jest.spyOn(module.get(SystemClock), 'now').mockImplementation(() => now);
    now += 31_000;
    mail.isRefusing = false;
    expect(await carry()).toBe(1);
    expect(mail.received[0]?.source).toMatch(/^Message-ID: <[0-9a-f-]{36}@/m);
    mail.isRefusing = true;
    await tell('three');
    for (let round = 0; round < 12; round++) {
      await carry();
      now += 7 * 3_600_000;
    }
    expect(await failed()).toMatchObject({ state: 'given_up', attempts: 12 });
  });

  it('lets one of several processes carry each letter', async () => {
    await tell('four');
    const carried = await Promise.all([carry(), carry(), carry()]);
    expect(carried.reduce((sum, one) => sum + one, 0)).toBe(2);
    expect(mail.received).toHaveLength(1);
  });

  it('erases all of it with the person', async () => {
    await tell('five');
    const outbox = module.get(Outbox);
    await module.get(UnitOfWork).run(() => outbox.add(PERSON_ERASED, { personId: person }));
    while ((await outbox.relay()) > 0);
    const messages = module.get(Messages);
    expect(await messages.page(person, null, 10)).toEqual([]);
    expect(await messages.log(null, 50)).toEqual([]);
    expect(await module.get(Contacts).of(person)).toMatchObject({ mail: null, byMail: false });
    expect(await messages.page(silent, null, 10)).not.toEqual([]);
  });

  it('refuses an address that is none, and a way without an address', async () => {
    const keep = (change: Partial<Contact>): Promise<void> =>
      module.get(Contacts).keep(silent, { ...ASKED, ...change });
    await expect(keep({ mail: 'wang' })).rejects.toMatchObject({ code: 'contact.mail_malformed' });
    await expect(keep({ mail: null })).rejects.toMatchObject({ code: 'contact.mail_malformed' });
    await expect(keep({ phone: '12' })).rejects.toMatchObject({ code: 'contact.phone_malformed' });
    expect((await module.get(Contacts).of(silent)).byMail).toBe(false);
  });
});
