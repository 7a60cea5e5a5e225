import type { AuditFaultCode, LedgerAudit } from '@server/ledger';

/** Languages of the report. */
export const AUDIT_LANGUAGES = ['zh', 'en'] as const;
export type AuditLanguage = (typeof AUDIT_LANGUAGES)[number];

type Text = Readonly<Record<AuditLanguage, string>>;

const FAULTS: Readonly<Record<AuditFaultCode, Text>> = {
  entry_missing: { zh: '缺少条目', en: 'an entry is missing' },
  leaf_false: { zh: '条目与叶子哈希不符', en: 'an entry is not its leaf' },
  record_false: { zh: '记录与条目不符', en: 'a record is not its entry' },
  record_missing: {
    zh: '记录正文不见了（并非按规定删除）',
    en: 'a record is gone, and not erased',
  },
  erasure_unrecorded: { zh: '正文已删除，但没有删除记录', en: 'erased without a record of it' },
  chain_broken: { zh: '记录链断开', en: 'the chain of a scope is broken' },
  time_runs_back: { zh: '时间倒退', en: 'the time runs back' },
  node_false: { zh: '子树哈希不符', en: 'a stored subtree is another' },
  checkpoint_root: { zh: '检查点的树根与重算不符', en: 'a checkpoint has another root' },
  checkpoint_signature: { zh: '检查点签名无效', en: 'a checkpoint is not signed by the log' },
  checkpoint_quorum: {
    zh: '检查点缺少见证共签',
    en: 'the cosignatures of a checkpoint do not hold',
  },
  checkpoint_beyond: { zh: '检查点超出日志', en: 'a checkpoint is longer than the log' },
  signed_root: { zh: '与库外记忆的树根不符', en: 'another root than the log key remembers' },
  signed_beyond: { zh: '日志比库外记忆的短', en: 'shorter than the log key remembers' },
  timestamp_root: { zh: '时间戳盖在另一棵树上', en: 'a time-stamp is over another tree' },
  timestamp_false: { zh: '时间戳无效', en: 'a time-stamp does not hold' },
  right_edge: { zh: '树的右缘与重算不符', en: 'the right edge of the tree is another' },
};

const SENTENCES = {
  holds: { zh: '日志完好，全部重算一致', en: 'the log holds, all of it computed again' },
  broken: { zh: '日志对不上', en: 'the log does not hold' },
  demo: {
    zh: '演示数据：见证人由平台自己扮演，不防任何人',
    en: 'DEMO: the witnesses are the platform itself and protect against nobody',
  },
  entries: { zh: '条目', en: 'entries' },
  scopes: { zh: '记录链', en: 'chains' },
  checkpoints: { zh: '检查点', en: 'checkpoints' },
  withoutQuorum: { zh: '其中共签不足', en: 'of them without quorum' },
  erased: { zh: '依法删除正文', en: 'erased, with a record of it' },
  timestamps: { zh: '时间戳（天）', en: 'days time-stamped' },
  took: { zh: '用时（毫秒）', en: 'milliseconds' },
} as const satisfies Record<string, Text>;

/** The report for people: what was counted, and everything that does not hold, the first first. */
export function auditReport(audit: LedgerAudit, language: AuditLanguage): string {
  const say = (name: keyof typeof SENTENCES): string => SENTENCES[name][language];
  const { size, scopes, checkpoints, withoutQuorum, erased, timestamps, tookMs, faults } = audit;
  return [
    ...(audit.demo ? [say('demo')] : []),
    audit.ok ? `✓ ${say('holds')}` : `✗ ${say('broken')}`,
    ...faults.map(({ code, at, detail }) => {
      const where = detail === undefined ? String(at) : `${at} (${detail})`;
      return `  ✗ ${FAULTS[code][language]}: ${where}  [${code}]`;
    }),
    `  ${say('entries')} ${size}, ${say('scopes')} ${scopes}, ${say('checkpoints')} ${checkpoints}`,
    `  ${say('withoutQuorum')} ${withoutQuorum}, ${say('erased')} ${erased}, ${say('timestamps')} ${timestamps}, ${say('took')} ${tookMs}`,
  ].join('\n');
}
