import type { Language } from '../src/texts';

/** Everything the page says itself; the report's words are those of the command line. */
export const PAGE_TEXTS = {
  skip: { zh: '跳到主要内容', en: 'Skip to the main content' },
  title: { zh: '离线核验', en: 'Offline verification' },
  lead: {
    zh: '把平台导出的项目文件（bundle.json）或归档包（ZIP）放进来，这一页在你的电脑上从头算一遍：日志、投标、开标、抽取，归档包里还有合同。不联网，不上传，不相信平台的任何结论。',
    en: 'Give this page the file a platform exported about a tender (bundle.json, or the archive ZIP). It recomputes everything on this computer: log, bids, opening, draws, and the contracts of an archive. It uses no network, sends nothing, and believes nothing the platform concludes.',
  },
  drop: { zh: '把文件拖到这里，或者', en: 'Drop the file here, or' },
  choose: { zh: '选择文件', en: 'Choose a file' },
  policyTitle: { zh: '用自己的信任策略（可选）', en: 'Use a policy of your own (optional)' },
  policyText: {
    zh: '信任策略写明你认的日志和见证人（C2SP tlog-policy 文本）。不给时采用文件自带的，只能说明出具人没有自相矛盾。',
    en: 'A policy names the log and the witnesses you trust (C2SP tlog-policy text). Without it the file’s own is taken, which only shows that whoever made it did not contradict himself.',
  },
  policyChoose: { zh: '选择策略文件', en: 'Choose a policy file' },
  policyDrop: { zh: '不用这份策略', en: 'Do not use it' },
  running: { zh: '正在验证', en: 'Checking' },
  agrees: { zh: '一致', en: 'It agrees' },
  agreesSoFar: { zh: '截至目前一致', en: 'It agrees so far' },
  differs: { zh: '不一致', en: 'It does not agree' },
  impossible: { zh: '暂不能验证', en: 'It cannot be checked' },
  notJson: {
    zh: '这个文件读不出来：它不是 JSON。请重新导出一份。',
    en: 'This file cannot be read: it is not JSON. Export it again.',
  },
  badPolicy: {
    zh: '这份信任策略用不了：格式不是 tlog-policy，或公钥无效。',
    en: 'This policy cannot be used: it is no tlog-policy file, or a key in it is invalid.',
  },
  broken: {
    zh: '计算中断了。没有得出结论。',
    en: 'The computation broke off. Nothing was concluded.',
  },
  file: { zh: '文件', en: 'file' },
  save: { zh: '保存核验结果', en: 'Save the report' },
  limits: {
    zh: '一致的意思是：所列内容在共签时间之前已经记录，此后没有改动。它不证明记录的内容属实，也看不见从来没有记录过的事。',
    en: 'Agreement means: everything listed was recorded before it was cosigned and was not changed since. It does not show that what was recorded is true, and cannot see what was never recorded.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export type PageText = keyof typeof PAGE_TEXTS;
