import { fenToYuan, formatYuan, taggedHashHex, type Fen } from '@core/kernel';
import type { Product } from './product';
import type { CallOffWay, FrameworkTerms } from './terms';

/** What the agreement of one supplier says (Order 110 art. 14). */
export interface AgreementFacts {
  readonly collector: string;
  readonly supplier: string;
  readonly creditCode: string;
  readonly title: string;
  readonly code: string;
  /** The package: its number and title. */
  readonly lot: number;
  readonly lotTitle: string;
  /** The ceiling of the unit price; null: none was set. */
  readonly ceiling: Fen | null;
  readonly price: Fen;
  readonly product: Product;
  readonly terms: FrameworkTerms;
}

const WAYS: Readonly<Record<CallOffWay, string>> = {
  direct: '直接选定',
  competition: '二次竞价，以协议价格为最高限价，报价最低的成交',
  rotation: '顺序轮候，按入围排序，每轮每家一次，顺序不调整',
};

/**
 * The agreement in words: what Order 110 art. 14 asks for as far as the platform knows it. Addresses, payment and the parties' other
 * rights stand in the documents of the call, which both sides are bound to.
 */
export function agreementText(facts: AgreementFacts): string {
  const { terms, product } = facts;
  const { unit } = terms;
  const named = [product.name, product.brand, product.model]
    .filter((part) => part !== '')
    .join(' ');
  return [
    '框架协议',
    '',
    `一、征集人：${facts.collector}。入围供应商：${facts.supplier}（${facts.creditCode}）。`,
    `二、项目：${facts.title}（${facts.code}），采购包 ${facts.lot} ${facts.lotTitle}。`,
    `三、最高限制单价：${facts.ceiling === null ? '未设' : `${formatYuan(facts.ceiling)} 元/${unit}`}。`,
    `四、入围产品（服务）：${named}。${product.parameters}。协议价格：${formatYuan(facts.price)} 元/${unit}，有效期内只降不升。`,
    '五、产品升级换代：质量不降低、价格不提高，经征集人审核后替换。',
    `六、第二阶段成交供应商的确定方式：${terms.callOff.map((way) => WAYS[way]).join('；')}。`,
    `七、适用范围：${terms.buyers}。`,
    `八、供货和服务：${product.service}。`,
    '九、订单经平台确认即为固定价格合同，金额为数量乘以成交单价。',
    `十、期限：自首份框架协议签订之日起 ${terms.months} 个月。`,
    '十一、清退和补充：按《政府采购框架协议采购方式管理暂行办法》第十九条、第二十条、第三十一条。',
    `十二、${terms.outsideAward ? '采购人证明能以更低价格向非入围供应商采购相同货物，入围供应商不同意降价的，可以将合同授予非入围供应商。' : '合同只授予入围供应商。'}`,
  ].join('\n');
}

/** What both sides sign: the digest of the agreement in words with the price as a number. Hex. */
export function agreementFingerprint(facts: AgreementFacts): string {
  return taggedHashHex('sunlit/agreement', {
    text: agreementText(facts),
    price: fenToYuan(facts.price),
  });
}
