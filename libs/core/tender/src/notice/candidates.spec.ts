import { fen } from '@core/kernel';
import { candidatesNotice, type NoticedCandidate } from '../index';

const facts = {
  title: '青山路改造',
  code: 'T2026-0007',
  tendererName: '青禾县交通运输局',
  agencyName: null,
  site: 'https://ggzy.qinghe.gov.cn',
  method: 'open_tender' as const,
};
const first: NoticedCandidate = {
  lot: 1,
  rank: 1,
  name: '青禾县青山路桥建设有限公司',
  price: fen(123_456_700),
  offer: {
    durationDays: 90,
    quality: '合格',
    manager: '赵建国',
    certificates: ['一级注册建造师 鄂1422012345'],
  },
};
const whole = { until: Date.parse('2026-04-03T16:00:00Z'), isDivided: false, apart: null };

describe('the publication of candidates', () => {
  it('says all that Order 10 asks of it: rank, price, quality, period, judgement, manager, qualifications, objections', () => {
    const text = candidatesNotice(facts, [first], { bids: 4, rejected: 1 }, whole);
    for (const part of [
      '第 1 名：青禾县青山路桥建设有限公司',
      '投标报价 1,234,567.00 元',
      '质量：合格',
      '工期（交货期）90 日',
      '开标的投标 4 份，否决 1 份',
      '项目负责人：赵建国（证书：一级注册建造师 鄂1422012345）',
      '资格能力条件全部响应',
      '公示至 2026年4月4日 00:00',
      'https://ggzy.qinghe.gov.cn',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('names the lot where there are several, and no offer where none was made', () => {
    const drawn: NoticedCandidate = { ...first, offer: null, price: null };
    const text = candidatesNotice({ ...facts, method: 'lottery' }, [drawn], null, {
      ...whole,
      isDivided: true,
    });
    expect(text).toContain('第 1 标段第 1 名');
    expect(text).not.toMatch(/质量|工期|报价/);
    expect(text).toContain('公开摇号产生，不评标');
    const chosen = candidatesNotice({ ...facts, method: 'direct_choice' }, [drawn], null, whole);
    expect(chosen).toContain('直接择优选定');
    expect(chosen).not.toContain('逐一核对');
  });

  it('says so where a manager’s certificate is not in the register', () => {
    const bare = { ...first, offer: { ...first.offer!, certificates: [] } };
    const text = candidatesNotice(facts, [bare], { bids: 3, rejected: 0 }, whole);
    expect(text).toContain('证书：企业库未登记');
  });

  it('lists candidates of a panel that does not rank without places, and names the document', () => {
    const apart = { ...whole, apart: '青政发〔2026〕18号' };
    const text = candidatesNotice(facts, [first], { bids: 4, rejected: 0 }, apart);
    expect(text).toContain('候选人：青禾县青山路桥建设有限公司');
    expect(text).not.toMatch(/第 \d+ 名|得分和排序/);
    expect(text).toContain('不排序');
    expect(text).toContain('依据：青政发〔2026〕18号');
  });
});
