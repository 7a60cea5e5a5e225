import type { StepName } from '@core/bundle';
import type { Text } from './texts';

/** What each step checks. */
export const STEP_TEXTS: Readonly<Record<StepName, Text>> = {
  package: {
    zh: '归档包：文件与签名的清单一致',
    en: 'package: the files of the signed manifest, and no other',
  },
  format: { zh: '文件格式与信任策略', en: 'form and policy' },
  checkpoints: {
    zh: '检查点：日志签名与见证人共签',
    en: 'checkpoints: log signature and cosignatures',
  },
  entries: { zh: '日志条目：重算默克尔树根', en: 'entries: Merkle roots computed again' },
  records: { zh: '披露的记录与日志条目一致', en: 'disclosed records equal their entries' },
  chains: { zh: '记录链连续、无缺号', en: 'chains of records without holes' },
  bids: { zh: '投标文件：签名、时间、收件钥唯一', en: 'bids: signatures, times, recipients' },
  closing: { zh: '截标名单与投标记录一致', en: 'closed list equals the bids' },
  keys: { zh: '密钥在截标之后、针对该截标释放', en: 'keys released after and against the closing' },
  envelopes: {
    zh: '公开信封重新解密，与唱标内容比对',
    en: 'public envelopes decrypted and compared',
  },
  base_prices: {
    zh: '标底：截标前密封，公布的就是密封的',
    en: 'base prices: sealed before the closing, opened as sealed',
  },
  draws: {
    zh: '抽取：随机数、顺序、结果、替补重算',
    en: 'draws: randomness, order, result, replacements',
  },
  evaluation: {
    zh: '评标：系数、样本和同分顺序开标后抽取，名次按公布的办法重算',
    en: 'evaluation: coefficients and bids drawn after the opening, ranks by the published plan',
  },
  result: {
    zh: '结果：候选人即直接选定或抽中的单位，定标给第一候选人',
    en: 'result: candidates as chosen or drawn, awards to the first of them',
  },
  contracts: {
    zh: '合同：与签署的内容、定标结果和日志中的履约记录一致',
    en: 'contracts: as signed, as awarded, and as the log tells their life',
  },
};

/** What the counters of the steps are called. */
export const COUNT_TEXTS: Readonly<Record<string, Text>> = {
  keys: { zh: '公钥或密钥', en: 'keys' },
  witnesses: { zh: '见证人', en: 'witnesses' },
  checkpoints: { zh: '检查点', en: 'checkpoints' },
  quorum: { zh: '法定共签数', en: 'quorum' },
  entries: { zh: '条目', en: 'entries' },
  clear: { zh: '其中明文', en: 'in clear' },
  disclosed: { zh: '披露', en: 'disclosed' },
  scopes: { zh: '链', en: 'scopes' },
  records: { zh: '记录', en: 'records' },
  submitted: { zh: '递交', en: 'submitted' },
  bids: { zh: '有效投标', en: 'bids' },
  shares: { zh: '份额', en: 'shares' },
  opened: { zh: '已核对', en: 'checked' },
  restricted: { zh: '不公开', en: 'restricted' },
  reopened: { zh: '其中凭密钥复核', en: 'of these opened again' },
  delivered: { zh: '送达有权人', en: 'deliveries' },
  sealed: { zh: '密封', en: 'sealed' },
  draws: { zh: '抽取', en: 'draws' },
  lots: { zh: '标段', en: 'lots' },
  ranked: { zh: '重算名次', en: 'ranked again' },
  files: { zh: '文件', en: 'files' },
  contracts: { zh: '合同', en: 'contracts' },
  chosen: { zh: '直接选定', en: 'chosen directly' },
  candidates: { zh: '候选人', en: 'candidates' },
  awards: { zh: '定标', en: 'awards' },
  verified: { zh: '全部重算通过', en: 'entirely recomputed' },
};
