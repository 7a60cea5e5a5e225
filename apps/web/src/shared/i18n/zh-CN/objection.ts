/** Objections to a result. */
export const objectionChinese = {
  'objection.title': '对结果的异议',
  'objection.suspended': '有 {count} 份异议等待招标人答复，答复前不能定标。',
  'objection.text': '异议的事实、理由和依据',
  'objection.hint': '只有招标人和监督部门能看到。公示期过后不能再提。',
  'objection.file': '提出异议',
  'objection.waiting': '等待答复。',
  'objection.replyBy': '应在 {at} 前答复。',
  'objection.upheld': '异议成立',
  'objection.dismissed': '异议不成立',
  'objection.decision': '结论',
  'objection.answer': '答复',
  'objection.answerAct': '答复异议',
} as const;
