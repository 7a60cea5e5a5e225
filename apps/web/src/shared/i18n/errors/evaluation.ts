import type { CodesOf, ErrorTexts } from './error-text';

/** Evaluation and award. */
export const evaluationErrors: ErrorTexts<CodesOf<'evaluation' | 'award'>> = {
  'zh-CN': {
    'evaluation.reviews_missing': {
      happened: '还有 {missing} 项评审没有完成',
      safe: '已经填的评审都保留着。',
      cure: '全部完成后再汇总。',
    },
    'evaluation.ground_missing': {
      happened: '否决投标必须写明理由',
      safe: '评审还没有提交。',
      cure: '写明依据招标文件的哪一条。',
    },
    'evaluation.all_rejected': {
      happened: '所有投标都被否决，没有可以推荐的候选人',
      safe: '评审记录都保留着。',
      cure: '按规定重新招标。',
    },
    'evaluation.tie': {
      happened: '有报价相同的投标，不能自动排名',
      safe: '评审记录都保留着。',
      cure: '由评标委员会按招标文件规定的办法确定次序。',
    },
    'award.publicity_running': {
      happened: '公示期还没有结束',
      safe: '候选人公示不受影响。',
      cure: '公示期满、异议答复后再定标。',
    },
    'award.not_first_ranked': {
      happened: '应当确定排名第一的候选人',
      safe: '没有定标。',
      cure: '第一名放弃或不合格时，写明理由再选下一名。',
    },
  },
  en: {
    'evaluation.reviews_missing': {
      happened: '{missing} {missing|review is|reviews are} missing',
      safe: 'The reviews entered are kept.',
      cure: 'Complete them before summing up.',
    },
    'evaluation.ground_missing': {
      happened: 'A rejection needs its ground',
      safe: 'The review has not been submitted.',
      cure: 'Name the clause of the documents it rests on.',
    },
    'evaluation.all_rejected': {
      happened: 'All bids were rejected; nobody can be recommended',
      safe: 'The reviews are kept.',
      cure: 'The tender has to be repeated as the rules say.',
    },
    'evaluation.tie': {
      happened: 'Some prices are equal and cannot be ranked by themselves',
      safe: 'The reviews are kept.',
      cure: 'The panel decides the order as the documents say.',
    },
    'award.publicity_running': {
      happened: 'The publicity period is still running',
      safe: 'The publication is unaffected.',
      cure: 'Award after it ends and objections are answered.',
    },
    'award.not_first_ranked': {
      happened: 'The first-ranked candidate has to be chosen',
      safe: 'Nothing was awarded.',
      cure: 'If the first withdraws or is disqualified, record why before choosing the next.',
    },
  },
};
