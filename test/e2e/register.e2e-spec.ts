import writeXlsxFile from 'write-excel-file/node';
import { creditCodeCheck, idNumberCheck, SHEET_COLUMNS } from '@core/enterprise';
import { DemoPeople } from '@server/demo';
import { creditCode } from '../journeys/credit-code';
import { recordOf, registerFirm, type Firm } from '../journeys/firm';
import { uploadFile } from '../journeys/upload';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { Clamd, EICAR } from '../support/clamd';
import type { Client } from '../support/client';

interface Dossier {
  enterprise: {
    state: string;
    review: string | null;
    version: number;
    versionInForce: number | null;
    address: string;
    answerBy: string | null;
    cureBy: string | null;
    staff: { id: string; name: string }[];
    attachments: { fileId: string; sha256: string }[];
  };
  differences: { path: string; kind: string; before: string | null; after: string | null }[];
  versions: { version: number; verdict: string | null; submittedBy: string | null }[];
  letters: { id: string; ready: boolean; items: { code: string; late: boolean }[] }[];
  decisions: { kind: string; number: string }[];
  inquiries: { id: string; state: string; givenBy: string }[];
  credit: { id: string; kind: string; withdrawnAt: string | null }[];
  elsewhere: { name: string; enterpriseName: string }[];
  scans: { fileId: string; scan: string | null }[];
}

interface PublicPage {
  state: string;
  version: number;
  address: string;
  staff: { name: string; certificate: string }[];
  attachments: { fileId: string; kind: string }[];
  decisions: { number: string }[];
  credit: { kind: string; number: string; expiresAt: string | null }[];
}

const idNumber = (serial: number): string => {
  const body = `42050019900101${String(serial).padStart(3, '0')}`;
  return body + (idNumberCheck(body) ?? '');
};
const member = (name: string, serial: number): Record<string, unknown> => ({
  name,
  role: 'project_manager',
  certificateType: '二级注册建造师',
  certificate: `鄂242${serial}`,
  validUntil: '2027-06-30T15:59:59.999Z',
  idNumber: idNumber(serial),
});

describe('the enterprise register', () => {
  const clamd = new Clamd();
  let app: TestApp;
  let world: World;
  let registrar: Client;
  let supervisor: Client;
  let firm: Firm;
  const NAME = '青禾县山水路桥有限公司';
  const dossierOf = (client: Client, id: string): Promise<Dossier> =>
    client.get<Dossier>(`/api/enterprises/${id}/dossier`);
  const pageOf = (code: string): Promise<PublicPage> =>
    world.stranger().get<PublicPage>(`/api/public/enterprises/${code}`);
  const answer = (id: string, missing: object[] = [], reason?: string): Promise<unknown> =>
    registrar.post(`/api/enterprises/${id}/answer`, { missing, ...(reason ? { reason } : {}) });
  const upload = (client: Client, text: string): ReturnType<typeof uploadFile> =>
    uploadFile(client, '执照.pdf', 'application/pdf', new TextEncoder().encode(text));
  const verified = async (name: string, more: object = {}): Promise<Firm> => {
    const one = await registerFirm(world, name);
    await one.client.put('/api/enterprises/mine', { ...recordOf(name), ...more });
    await one.client.post('/api/enterprises/mine/submit');
    await answer(one.id);
    return one;
  };

  beforeAll(async () => {
    app = await anApp('register', { DEMO: 'true', CLAMD_URL: await clamd.start() });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    registrar = await world.as('registrar');
    supervisor = await world.as('supervisor');
    firm = await registerFirm(world, NAME);
  });
  afterAll(async () => {
    await app.close();
    await clamd.stop();
  });

  describe('a first record', () => {
    let licence: string;

    it('takes staff by number once, files by their bytes, and nothing that is infected', async () => {
      const bad = await firm.client.refusal(upload(firm.client, `x${EICAR}`));
      expect(bad).toMatchObject({ code: 'file.infected', params: { finding: 'Eicar-Signature' } });
      const file = await upload(firm.client, '营业执照');
      licence = file.id;
      const attachments = [
        { fileId: licence, kind: 'business_licence', title: '营业执照' },
        { fileId: (await upload(firm.client, '许可')).id, kind: 'bank_permit', title: '开户' },
      ];
      const put = (staff: object[]): Promise<unknown> =>
        firm.client.put('/api/enterprises/mine', { ...recordOf(NAME), staff, attachments });
      const wrong = { ...member('张工', 1), idNumber: '420500199001010019' };
      expect((await firm.client.refusal(put([wrong]))).code).toBe('enterprise.id_number_invalid');
      const { idNumber: _, ...without } = member('张工', 1);
      expect((await firm.client.refusal(put([without]))).code).toBe('enterprise.id_number_missing');
      await put([member('张工', 1)]);
      const mine = await dossierOf(firm.client, firm.id);
      expect(mine.enterprise.attachments[0]).toMatchObject({
        fileId: licence,
        sha256: file.sha256,
      });
      expect(mine.scans).toContainEqual({ fileId: licence, scan: 'clean' });
      expect(JSON.stringify(mine)).not.toContain(idNumber(1));
      expect(JSON.stringify(mine)).not.toMatch(/idDigest/);
    });

    it('is not another’s to take files from or to look into', async () => {
      const other = await registerFirm(world, '别家');
      const stolen = other.client.put('/api/enterprises/mine', {
        ...recordOf('别家'),
        attachments: [{ fileId: licence, kind: 'other', title: 'x' }],
      });
      expect((await other.client.refusal(stolen)).code).toBe('file.not_found');
      expect((await other.client.refusal(dossierOf(other.client, firm.id))).code).toBe(
        'enterprise.not_found',
      );
      const path = `/api/enterprises/${firm.id}/files/${licence}`;
      expect((await other.client.fetch(path)).status).toBe(404);
      expect((await world.stranger().fetch(path)).status).toBe(401);
      expect(await (await registrar.fetch(path)).text()).toBe('营业执照');
    });

    it('waits with a clock of one working day and stands in the work list', async () => {
      await firm.client.post('/api/enterprises/mine/submit');
      const { enterprise, differences } = await dossierOf(registrar, firm.id);
      expect(enterprise).toMatchObject({ state: 'submitted', review: 'submitted', version: 1 });
      // Monday 2 March 2026: the working day after it ends on Tuesday at midnight in Beijing.
      expect(enterprise.answerBy).toBe('2026-03-03T16:00:00.000Z');
      expect(differences.every((one) => one.kind === 'added')).toBe(true);
      const queue = await registrar.get<{ id: string }[]>('/api/enterprises?state=submitted');
      expect(queue.map((one) => one.id)).toEqual([firm.id]);
      expect(
        (await world.stranger().fetch(`/api/public/enterprises/${firm.creditCode}`)).status,
      ).toBe(404);
    });

    it('is returned once with everything, in a printed letter with both clocks', async () => {
      await answer(firm.id, [
        { code: 'safety_licence', note: '没有安全生产许可证' },
        { code: 'address', note: '与执照不一致' },
      ]);
      const { enterprise } = await dossierOf(firm.client, firm.id);
      expect(enterprise).toMatchObject({ state: 'returned', answerBy: null });
      expect(enterprise.cureBy).not.toBeNull();
      const letter = await until('the letter', async () => {
        const [found] = (await dossierOf(firm.client, firm.id)).letters;
        return found?.ready ? found : null;
      });
      const path = `/api/enterprises/${firm.id}/letters/${letter.id}/file`;
      const pdf = await firm.client.fetch(path);
      expect((await pdf.text()).startsWith('%PDF-')).toBe(true);
      expect((await world.stranger().fetch(path)).status).toBe(401);
      await until('the message', async () => {
        const told = await firm.client.get<{ topic: string }[]>('/api/inbox');
        return told.some((one) => one.topic === 'enterprise.returned');
      });
    });

    it('is not asked later for what was there at first, unless the registrar says why', async () => {
      await firm.client.put('/api/enterprises/mine', {
        ...recordOf(NAME),
        address: '青禾县流水镇',
      });
      await firm.client.post('/api/enterprises/mine/submit');
      const late = [{ code: 'bank_permit', note: '看不清' }];
      expect(await registrar.refusal(answer(firm.id, late))).toMatchObject({
        code: 'enterprise.asked_late',
        params: { items: ['bank_permit'] },
        law: { ruleId: 'register-once' },
      });
      await answer(firm.id, late, '首次核对时漏看，已向对方说明');
      const { letters } = await dossierOf(registrar, firm.id);
      expect(letters.map((one) => one.items.map((item) => item.late))).toEqual([
        [false, false],
        [true],
      ]);
    });

    it('is verified by one of two registrars who press at once', async () => {
      await firm.client.post('/api/enterprises/mine/submit');
      const pressed = await Promise.allSettled([1, 2, 3, 4].map(() => answer(firm.id)));
      expect(pressed.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      const { enterprise, versions } = await dossierOf(firm.client, firm.id);
      expect(enterprise).toMatchObject({ state: 'verified', review: null, versionInForce: 3 });
      expect(versions.map((one) => [one.version, one.verdict, one.submittedBy])).toEqual([
        [3, 'verified', '经办'],
        [2, 'returned', '经办'],
        [1, 'returned', '经办'],
      ]);
    });

    it('has a public page with what is public and nothing else, and a card', async () => {
      const page = await pageOf(firm.creditCode);
      expect(page).toMatchObject({ state: 'verified', version: 3 });
      expect(page.staff).toMatchObject([{ name: '张工', certificate: '鄂2421' }]);
      expect(page.attachments.map((one) => one.kind)).toEqual(['business_licence']);
      const text = JSON.stringify(page);
      for (const secret of [idNumber(1), '62220000000000', '0717-5550000', 'idDigest']) {
        expect(text).not.toContain(secret);
      }
      const files = `/api/public/enterprises/${firm.creditCode}/attachments`;
      expect((await world.stranger().fetch(`${files}/${licence}/file`)).status).toBe(200);
      const permit =
        (await dossierOf(firm.client, firm.id)).enterprise.attachments[1]?.fileId ?? '';
      expect((await world.stranger().fetch(`${files}/${permit}/file`)).status).toBe(404);
      const card = await firm.client.fetch('/api/enterprises/mine/card');
      expect((await card.text()).startsWith('%PDF-')).toBe(true);
      const found = await world
        .stranger()
        .get<{ items: { name: string }[] }>(
          `/api/public/enterprises?q=${encodeURIComponent('山水')}`,
        );
      expect(found.items.map((one) => one.name)).toEqual([NAME]);
      const none = await world.stranger().get<{ items: object[] }>('/api/public/enterprises?q=%25');
      expect(none.items).toEqual([]);
    });
  });

  describe('a change of a verified record', () => {
    it('leaves the version in force visible and usable until the new one is verified', async () => {
      const change = { ...recordOf(NAME), address: '青禾县新址' };
      await firm.client.put('/api/enterprises/mine', change);
      await firm.client.post('/api/enterprises/mine/submit');
      const { enterprise, differences } = await dossierOf(registrar, firm.id);
      expect(enterprise).toMatchObject({
        state: 'verified',
        review: 'submitted',
        version: 4,
        versionInForce: 3,
      });
      expect(differences).toContainEqual({
        path: 'address',
        kind: 'changed',
        before: '青禾县流水镇',
        after: '青禾县新址',
      });
      expect(await pageOf(firm.creditCode)).toMatchObject({ version: 3, address: '青禾县流水镇' });
      await answer(firm.id, [{ code: 'address', note: '附新执照' }]);
      expect(await pageOf(firm.creditCode)).toMatchObject({ state: 'verified', version: 3 });
      await firm.client.post('/api/enterprises/mine/submit');
      await answer(firm.id);
      expect(await pageOf(firm.creditCode)).toMatchObject({ version: 5, address: '青禾县新址' });
      const between = await firm.client.get<Dossier['differences']>(
        `/api/enterprises/${firm.id}/difference?from=3&to=5`,
      );
      expect(between.map((one) => one.path)).toContain('address');
    });

    it('is taken back by an edit, and vanishes when nothing differs any more', async () => {
      const mine = await firm.client.get<Record<string, unknown>>('/api/enterprises/mine');
      const { qualifications } = mine;
      const now = { ...recordOf(NAME), address: '青禾县新址', qualifications };
      await firm.client.put('/api/enterprises/mine', { ...now, contactName: '新人' });
      await firm.client.post('/api/enterprises/mine/submit');
      await firm.client.put('/api/enterprises/mine', now);
      const { enterprise } = await dossierOf(registrar, firm.id);
      expect(enterprise).toMatchObject({ review: null, versionInForce: 5 });
      expect((await registrar.refusal(answer(firm.id))).code).toBe('enterprise.wrong_state');
    });
  });

  it('tells the registrar of a person who is registered with two firms, and bars nobody', async () => {
    const second = await verified('青禾县第二路桥有限公司', { staff: [member('张工', 1)] });
    expect((await dossierOf(registrar, second.id)).elsewhere).toEqual([
      expect.objectContaining({ name: '张工', enterpriseName: NAME }),
    ]);
    expect((await dossierOf(second.client, second.id)).elsewhere).toEqual([]);
    expect((await pageOf(second.creditCode)).state).toBe('verified');
  });

  describe('integrity inquiries', () => {
    const inquiry = {
      kind: 'dishonest_debtor',
      source: '中国执行信息公开网',
      result: 'clean',
      note: '',
      queriedAt: '2026-03-01T02:00:00.000Z',
    };

    const answered = async (client: Client, change: object = {}): Promise<object> => {
      const { id: fileId } = await upload(client, '没有查到记录');
      return { ...inquiry, ...change, fileId };
    };

    it('are not recorded without what the register answered', async () => {
      const path = `/api/enterprises/${firm.id}/inquiries`;
      const refusal = await firm.client.refusal(firm.client.post(path, inquiry));
      expect(refusal.status).toBe(400);
      const others = await answered(registrar);
      expect((await firm.client.refusal(firm.client.post(path, others))).status).toBe(404);
    });

    it('count when a registrar recorded or confirmed them, and only for their time', async () => {
      const path = `/api/enterprises/${firm.id}/inquiries`;
      await firm.client.post(path, await answered(firm.client));
      const own = async (): Promise<Dossier['inquiries'][number]> =>
        (await dossierOf(firm.client, firm.id)).inquiries[0]!;
      expect(await own()).toMatchObject({ state: 'unconfirmed', givenBy: 'firm' });
      const { id } = await own();
      await registrar.post(`/api/enterprise-inquiries/${id}/confirm`);
      const again = registrar.post(`/api/enterprise-inquiries/${id}/confirm`);
      expect((await registrar.refusal(again)).code).toBe('enterprise.inquiry_confirmed');
      expect((await own()).state).toBe('valid');
      const old = { kind: 'bribery', queriedAt: '2025-11-30T02:00:00.000Z' };
      await registrar.post(path, await answered(registrar, old));
      expect((await dossierOf(firm.client, firm.id)).inquiries[1]).toMatchObject({
        state: 'expired',
        givenBy: 'registrar',
      });
      const future = await answered(registrar, { queriedAt: '2036-03-01T02:00:00.000Z' });
      expect((await registrar.refusal(registrar.post(path, future))).code).toBe(
        'enterprise.inquiry_in_future',
      );
    });

    it('are about oneself only, and not a supervisor’s to write', async () => {
      const other = await registerFirm(world, '别人');
      const path = `/api/enterprises/${firm.id}/inquiries`;
      const own = await answered(other.client);
      expect((await other.client.refusal(other.client.post(path, own))).code).toBe(
        'enterprise.not_found',
      );
      expect((await supervisor.refusal(supervisor.post(path, inquiry))).status).toBe(403);
    });
  });

  describe('what only a supervising authority may do', () => {
    const decision = { kind: 'suspend', number: '青监罚〔2026〕3号', reason: '串通投标' };
    const violation = {
      title: '串通投标',
      number: '青监罚〔2026〕4号',
      decidedAt: '2026-02-20T02:00:00.000Z',
    };

    it.each(['registrar', 'host', 'tenderer', 'sysadmin'])('is refused to the %s', async (who) => {
      const client = await world.as(who);
      const paths = { decisions: decision, violations: violation };
      for (const [path, body] of Object.entries(paths)) {
        const refusal = await client.refusal(
          client.post(`/api/enterprises/${firm.id}/${path}`, body),
        );
        expect(refusal.status).toBe(403);
      }
    });

    it('suspends for a period, publicly, and the firm is free again when it is over', async () => {
      const end = '2026-06-01T16:00:00.000Z';
      await supervisor.post(`/api/enterprises/${firm.id}/decisions`, { ...decision, until: end });
      const page = await pageOf(firm.creditCode);
      expect(page).toMatchObject({ state: 'suspended', decisions: [{ number: decision.number }] });
      expect((await firm.client.fetch('/api/enterprises/mine/card')).status).toBe(409);
      const again = supervisor.post(`/api/enterprises/${firm.id}/decisions`, decision);
      expect((await supervisor.refusal(again)).code).toBe('enterprise.wrong_state');
      await until('the message', async () => {
        const told = await firm.client.get<{ topic: string }[]>('/api/inbox');
        return told.some((one) => one.topic === 'enterprise.decided');
      });
    });

    it('publishes a violation until the law says, once', async () => {
      const path = `/api/enterprises/${firm.id}/violations`;
      await supervisor.post(path, violation);
      expect((await supervisor.refusal(supervisor.post(path, violation))).code).toBe(
        'enterprise.credit_known',
      );
      const [entry] = (await pageOf(firm.creditCode)).credit;
      expect(entry).toMatchObject({ kind: 'violation', number: violation.number });
      expect(entry?.expiresAt?.slice(0, 10)).toBe('2026-09-02');
    });

    it('ends with the time: the suspension, and the entry on the public page', async () => {
      await clockTo(world, '2026-06-01T16:00:00.000Z');
      expect(await pageOf(firm.creditCode)).toMatchObject({ state: 'verified', decisions: [] });
      await clockTo(world, '2026-09-02T16:00:00.000Z');
      expect((await pageOf(firm.creditCode)).credit).toEqual([]);
      const { credit, decisions } = await dossierOf(supervisor, firm.id);
      expect(credit).toHaveLength(1);
      expect(decisions).toHaveLength(1);
    });

    it('removes and reinstates with a decision each, and withdraws an entry with a reason', async () => {
      const path = `/api/enterprises/${firm.id}/decisions`;
      await supervisor.post(path, {
        kind: 'remove',
        number: '青监〔2026〕9号',
        reason: '骗取登记',
      });
      expect((await pageOf(firm.creditCode)).state).toBe('removed');
      const edit = firm.client.put('/api/enterprises/mine', recordOf(NAME));
      expect((await firm.client.refusal(edit)).code).toBe('enterprise.wrong_state');
      await supervisor.post(path, {
        kind: 'reinstate',
        number: '青监〔2026〕10号',
        reason: '复议',
      });
      expect((await pageOf(firm.creditCode)).state).toBe('verified');
      const incomplete = { ...decision, until: '2020-01-01T00:00:00.000Z' };
      expect((await supervisor.refusal(supervisor.post(path, incomplete))).code).toBe(
        'enterprise.decision_incomplete',
      );
      const [entry] = (await dossierOf(supervisor, firm.id)).credit;
      const withdraw = `/api/enterprise-credit/${entry?.id ?? ''}/withdraw`;
      await supervisor.post(withdraw, { reason: '决定被撤销' });
      expect((await supervisor.refusal(supervisor.post(withdraw, { reason: 'x' }))).code).toBe(
        'enterprise.credit_withdrawn',
      );
      expect((await dossierOf(firm.client, firm.id)).credit[0]?.withdrawnAt).not.toBeNull();
    });
  });

  describe('an import', () => {
    const codeOf = (number: number): string => {
      const body = `91420528MA5${String(number).padStart(6, '0')}`;
      return body + (creditCodeCheck(body) ?? '');
    };
    const heading = SHEET_COLUMNS.map((one) => one.zh);
    const csv = (rows: string[][]): Uint8Array =>
      new TextEncoder().encode([heading, ...rows].map((row) => row.join(',')).join('\r\n'));
    const sheet = (name: string, bytes: Uint8Array): Promise<{ id: string; sha256: string }> =>
      uploadFile(registrar, name, 'text/csv', bytes);
    const dryRun = (
      fileId: string,
    ): Promise<{ sha256: string; rows: object[]; faults: object[] }> =>
      registrar.post('/api/enterprises/import/dry-run', { fileId });
    const commit = (
      fileId: string,
      sha256: string,
    ): Promise<{ code: string; creditCode: string }[]> =>
      registrar.post('/api/enterprises/import/commit', { fileId, sha256 });

    it('reports row by row first, then takes the same file over once', async () => {
      const rows = [
        [codeOf(1), '导入一号公司', '城关镇'],
        [codeOf(1), '重复'],
        ['91420528MA5000001X', '码错'],
        [firm.creditCode, NAME],
        [codeOf(2), ''],
        [codeOf(3), '导入三号公司'],
      ];
      const file = await sheet('firms.csv', csv(rows));
      const report = await dryRun(file.id);
      expect(report.rows).toMatchObject([{ line: 2 }, { line: 7 }]);
      expect(report.faults).toEqual([
        { line: 3, column: 'creditCode', code: 'twice_in_file' },
        { line: 4, column: 'creditCode', code: 'credit_code_invalid' },
        { line: 5, column: 'creditCode', code: 'known' },
        { line: 6, column: 'name', code: 'missing' },
      ]);
      expect((await registrar.refusal(commit(file.id, 'ab'.repeat(32)))).code).toBe(
        'import.other_file',
      );
      const invited = await commit(file.id, report.sha256);
      expect(invited.map((one) => one.creditCode)).toEqual([codeOf(1), codeOf(3)]);
      expect((await registrar.refusal(commit(file.id, report.sha256))).code).toBe(
        'import.nothing_valid',
      );
      const claimed = { creditCode: codeOf(1) };
      const stranger = world.stranger();
      const bare = registerFirm(world, '导入一号公司', claimed);
      expect((await stranger.refusal(bare)).code).toBe('enterprise.invitation_needed');
      const invitation = invited[0]!.code;
      const own = await registerFirm(world, '导入一号公司', { ...claimed, invitation });
      const mine = await own.client.get<{ address: string; state: string }>(
        '/api/enterprises/mine',
      );
      expect(mine).toMatchObject({ address: '城关镇', state: 'draft' });
      const twice = registerFirm(world, '导入一号公司', { ...claimed, invitation });
      expect((await stranger.refusal(twice)).code).toBe('enterprise.credit_code_known');
    });

    it('reads XLSX, and GB 18030 text as spreadsheets in China save it', async () => {
      const cells = [heading, [codeOf(11), '表格公司', '城关镇']];
      const xlsx = await writeXlsxFile(cells).toBuffer();
      expect((await dryRun((await sheet('a.xlsx', new Uint8Array(xlsx))).id)).rows).toMatchObject([
        { line: 2, creditCode: codeOf(11), name: '表格公司' },
      ]);
      // 统一社会信用代码,企业全称 / <code>,青禾 in GBK
      const gbk = Buffer.concat([
        Buffer.from('cdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb2cc6f3d2b5c8abb3c60a', 'hex'),
        Buffer.from(`${codeOf(12)},`),
        Buffer.from('c7e0bacc', 'hex'),
      ]);
      expect((await dryRun((await sheet('g.csv', gbk)).id)).rows).toMatchObject([{ name: '青禾' }]);
    });

    it('gives templates that it reads itself', async () => {
      for (const format of ['csv', 'xlsx']) {
        const response = await registrar.fetch(`/api/enterprises/import/template?format=${format}`);
        const bytes = new Uint8Array(await response.arrayBuffer());
        const empty = registrar.refusal(dryRun((await sheet(`t.${format}`, bytes)).id));
        expect((await empty).code).toBe('import.empty');
      }
    });

    it('refuses what is no sheet, too large, or a bomb', async () => {
      const code = async (bytes: Uint8Array): Promise<string> =>
        (await registrar.refusal(dryRun((await sheet('x.xlsx', bytes)).id))).code;
      expect(await code(Buffer.from('PK\u0003\u0004nonsense'))).toBe('import.unreadable');
      expect(await code(Buffer.from([0xff, 0, 1]))).toBe('import.unreadable');
      expect(await code(Buffer.alloc(2 * 1024 * 1024 + 1, 65))).toBe('import.too_large');
      const { zipSync } = await import('fflate');
      const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(41 * 1024 * 1024) });
      expect(bomb.length).toBeLessThan(100_000);
      expect(await code(bomb)).toBe('import.too_large');
    });

    it('is the registrar’s alone, of his own file', async () => {
      const file = await sheet('own.csv', csv([[creditCode(), '某']]));
      for (const who of ['host', 'supervisor', 'township']) {
        const client = await world.as(who);
        const body = { fileId: file.id };
        expect(
          (await client.refusal(client.post('/api/enterprises/import/dry-run', body))).status,
        ).toBe(403);
      }
    });
  });
});
