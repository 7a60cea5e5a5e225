/** Objections to documents and results. */
export const objectionChinese = {
  'objection.title': '异议',
  'objection.suspended': '有 {count} 份异议等待招标人答复，答复前不能定标。',
  'objection.text': '异议的事实、理由和依据',
  'objection.hint': '只有招标人和监督部门能看到。{at} 前可以提出。',
  'objection.file': '提出异议',
  'objection.waiting': '等待答复。',
  'objection.replyBy': '应在 {at} 前答复。',
  'objection.upheld': '异议成立',
  'objection.dismissed': '异议不成立',
  'objection.decision': '结论',
  'objection.answer': '答复',
  'objection.answerAct': '答复异议',
  'objectionStage.documents': '对招标文件',
  'objectionStage.result': '对评标结果',
  'objection.documentsText': '对招标文件的异议',
  'objection.documentsHint': '{at} 前可以提出。答复前招标暂停，截止时间顺延。',
  'objection.standsStill':
    '{at} 起暂停：有对招标文件的异议等待答复。暂停期间不接收投标，恢复后截止时间顺延。',
} as const;
