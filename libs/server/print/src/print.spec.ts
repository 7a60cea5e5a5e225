import { aModule, type TestModule } from '../../../../test/support/module';
import { Print, PrintModule, printable, type PrintOrder } from './index';

const order: PrintOrder = {
  kind: 'test',
  tenderId: null,
  issuer: '青禾县公共资源交易中心',
  title: '开标记录表',
  number: 'T2026-0001',
  ruleSet: 'national-2024',
  blocks: [
    { kind: 'heading', text: '一、投标人' },
    { kind: 'facts', facts: [['项目', '某某乡2024年农村公路连通工程']] },
    {
      kind: 'table',
      head: ['序', '投标人', '报价'],
      widths: [1, 6, 3],
      rows: Array.from({ length: 60 }, (_, index) => [
        String(index + 1),
        `湖北𠮷祥路桥建设有限公司${index}`,
        '3,579,546.00',
      ]),
    },
  ],
  signatures: ['平台确认（非CA电子签名）'],
};

describe('print', () => {
  let module: TestModule;
  beforeAll(async () => {
    module = await aModule('print', [PrintModule]);
  });
  afterAll(() => module.close());

  it('draws the same content once, whoever asks at the same time', async () => {
    const print = module.get(Print);
    const [one, other] = await Promise.all([print.make(order), print.make(order)]);
    expect(one.fingerprint).toBe(other.fingerprint);
    expect((await print.find(one.fingerprint))?.title).toBe('开标记录表');
    const changed = await print.make({ ...order, number: 'T2026-0002' });
    expect(changed.fingerprint).not.toBe(one.fingerprint);
  });

  it('names a character it cannot draw instead of dropping it', () => {
    const font = { hasGlyphForCodePoint: (point: number) => point < 0x10000 };
    expect(printable('王𠮷', font)).toBe('王〔U+20BB7〕');
    expect(printable('王小明', font)).toBe('王小明');
  });
});
