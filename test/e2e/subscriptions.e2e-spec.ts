import { LegalClock, UnitOfWork } from '@server/platform';
import { IndexTenders } from '@server/search';
import { Subscribe } from '@server/subscription';
import { Tenders } from '@server/tender';
import { DataSource } from 'typeorm';
import { anApp, type TestApp } from '../support/app';
import { MailServer } from '../support/mail-server';
import { aTenderRow } from '../support/tender-row';

/** What a letter says, its quoted-printable or base64 body read. */
function textOf(source: string): string {
  const [head = '', ...body] = source.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return text;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

describe('new notices by mail', () => {
  const mail = new MailServer();
  let app: TestApp;
  let code = 0;

  beforeAll(async () => {
    app = await anApp('subscriptions', { SMTP_URL: await mail.start() });
  });
  afterAll(async () => {
    await app.close();
    await mail.stop();
  });

  const form = async (path: string, fields: Record<string, string>): Promise<Response> =>
    fetch(app.url + path, { method: 'POST', body: new URLSearchParams(fields) });
  const publish = async (title: string, region = '采花乡'): Promise<void> => {
    const now = app.get(LegalClock).now();
    code++;
    const row = aTenderRow(now, { title, region, code: `T2026-02${code}`, publishedAt: now });
    await app.get(UnitOfWork).run(() => app.get(Tenders).add(row));
    await app.get(IndexTenders).index(row.id);
  };
  const letterTo = (address: string): string[] =>
    mail.received.filter((one) => one.to === address).map((one) => textOf(one.source));
  const linkIn = (text: string): string =>
    /\/subscriptions\/[0-9a-f]{48}/.exec(text.replace(/\s+/g, ''))?.[0] ?? '';
  /** A round of letters; the app's own round may hold the lease, so it is given up first. */
  const round = async (): Promise<number> => {
    await app.get(DataSource).query("DELETE FROM lease WHERE name = 'subscriptions'");
    return app.get(Subscribe).tick();
  };

  it('are asked for on the list, confirmed from the mailbox, sent once, and ended', async () => {
    await publish('以前的道路工程');
    const list = await (await fetch(`${app.url}/tenders?q=${encodeURIComponent('道路')}`)).text();
    expect(list).toContain('name="mail"');
    expect(list).toContain('<input type="hidden" name="q" value="道路"');
    const asked = await form('/subscriptions', { mail: 'reader@example.com', q: '道路' });
    expect(asked.status).toBe(200);
    const link = linkIn(letterTo('reader@example.com')[0] ?? '');
    await publish('没确认就发布的道路工程');
    expect(await round()).toBe(0);
    // Opening the link alone confirms nothing: mail scanners open links.
    expect((await fetch(app.url + link)).status).toBe(200);
    await publish('还没确认的道路工程');
    expect(await round()).toBe(0);
    expect((await form(`${link}/confirm`, {})).status).toBe(200);
    await publish('柳林乡道路工程');
    await publish('卫生院改造');
    expect(await round()).toBe(1);
    expect(await round()).toBe(0);
    const letters = letterTo('reader@example.com');
    expect(letters).toHaveLength(2);
    expect(letters[1]).toContain('柳林乡道路工程');
    expect(letters[1]).not.toMatch(/卫生院|以前|没确认/);
    expect((await form(`${link}/end`, {})).status).toBe(200);
    expect((await fetch(app.url + link)).status).toBe(404);
    await publish('再来一条道路工程');
    expect(await round()).toBe(0);
    expect(await app.get(DataSource).query('SELECT * FROM subscription')).toEqual([]);
  });

  it('are in the language and by the filters they were asked for, without words too', async () => {
    const fields = { mail: 'other@example.com', lang: 'en', region: '牛庄乡', state: 'failed' };
    await form('/subscriptions', fields);
    const [asked = ''] = letterTo('other@example.com');
    expect(asked).toContain('To confirm');
    await form(`${linkIn(asked)}/confirm`, { lang: 'en' });
    await publish('一处', '采花乡');
    await publish('两处', '牛庄乡');
    expect(await round()).toBe(1);
    const letter = letterTo('other@example.com')[1] ?? '';
    expect(letter).toContain('两处');
    expect(letter).not.toContain('一处');
    await form(`${linkIn(asked)}/end`, {});
  });

  it('wait for a mail server that is away', async () => {
    await form('/subscriptions', { mail: 'late@example.com' });
    await form(`${linkIn(letterTo('late@example.com')[0] ?? '')}/confirm`, {});
    await publish('等一等');
    mail.isRefusing = true;
    expect(await round()).toBe(0);
    mail.isRefusing = false;
    expect(await app.get(DataSource).query('SELECT * FROM subscription')).toHaveLength(1);
    expect(await round()).toBe(1);
    expect(letterTo('late@example.com')[1]).toContain('等一等');
  });

  it('keep nothing of an address the mail server does not take now', async () => {
    mail.isRefusing = true;
    expect((await form('/subscriptions', { mail: 'refused@example.com' })).status).toBe(409);
    mail.isRefusing = false;
    expect(await app.get(DataSource).query('SELECT * FROM subscription')).toHaveLength(1);
    expect((await form('/subscriptions', { mail: 'refused@example.com' })).status).toBe(200);
    const [asked = ''] = letterTo('refused@example.com');
    await form(`${linkIn(asked)}/end`, {});
  });

  it('cannot fill a mailbox, nor be asked for by what is no address', async () => {
    for (let count = 0; count < 8; count++) {
      expect((await form('/subscriptions', { mail: 'full@example.com' })).status).toBe(200);
    }
    expect(letterTo('full@example.com')).toHaveLength(5);
    for (const wrong of ['', 'x', 'a@b', 'a@b.com,c@d.com', 'a@b.com\r\nBcc: c@d.com']) {
      expect((await form('/subscriptions', { mail: wrong })).status).toBe(400);
    }
    expect((await fetch(`${app.url}/subscriptions/${'0'.repeat(48)}`)).status).toBe(404);
    expect((await form(`/subscriptions/${'0'.repeat(48)}/end`, {})).status).toBe(404);
  });

  it('keep no address that can be read', async () => {
    const rows = JSON.stringify(await app.get(DataSource).query('SELECT * FROM subscription'));
    expect(rows).not.toMatch(/@example/);
  });
});

it('are not offered where the site sends no mail', async () => {
  const app = await anApp('no_mail');
  try {
    expect(await (await fetch(`${app.url}/tenders`)).text()).not.toContain('name="mail"');
    const body = new URLSearchParams({ mail: 'reader@example.com' });
    expect((await fetch(`${app.url}/subscriptions`, { method: 'POST', body })).status).toBe(409);
  } finally {
    await app.close();
  }
});
