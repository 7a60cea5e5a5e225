import type { CodesOf, ErrorTexts } from './error-text';

/** Objections, their answers and what follows from them. */
export const objectionErrors: ErrorTexts<CodesOf<'objection'>> = {
  'zh-CN': {
    'objection.documents_too_late': {
      happened: '对招标文件提出异议的时间已经过了',
      safe: '没有改动任何记录。',
      cure: '可以在提问期内提问，或者依法向监督部门投诉。',
    },
    'objection.text_missing': {
      happened: '还没有写内容',
      cure: '写清楚事实、理由和依据再提交。',
    },
    'objection.too_late': {
      happened: '现在不能对结果提出异议：期限还没有开始，或者已经过了',
      safe: '没有改动任何记录。',
      cure: '期限过后，可以依法向监督部门投诉。',
    },
    'objection.not_found': {
      happened: '没有找到这份异议',
      cure: '刷新页面，再看一次。',
    },
    'objection.not_upheld': {
      happened: '这份异议没有被认定成立',
      safe: '什么都没有变。',
      cure: '先答复异议；成立的才记录处理结果。',
    },
    'objection.remedied_already': {
      happened: '这份异议的处理结果已经记录过',
      safe: '原来的记录没有变。',
      cure: '刷新页面看记录。',
    },
    'objection.ground_missing': {
      happened: '不确定第一名，要有法定情形',
      safe: '候选人没有变。',
      cure: '选一种法定情形，写明查实的事实。',
    },
    'objection.unknown_candidate': {
      happened: '这个标段里没有这名候选人，或者已经取消资格',
      safe: '结果没有变。',
      cure: '刷新后在名单里重新选择。',
    },
    'objection.too_few_left': {
      happened: '剩下合格的 {left} 家，不足 {minimum} 家，不能另行确定',
      safe: '结果没有变。',
      cure: '选“重新招标”。',
    },
    'objection.contract_signed': {
      happened: '合同已经签订，不能由采购人自行改变结果',
      safe: '中标结果没有变。',
      cure: '由财政部门在投诉处理中决定。',
    },
    'objection.order_departs': {
      happened: '与投诉处理决定不一致',
      cure: '按处理决定责令的方式办理。',
    },
    'objection.answered_already': {
      happened: '这份异议已经答复过',
      safe: '原来的答复没有变。',
      cure: '刷新页面看答复。',
    },
  },
  en: {
    'objection.documents_too_late': {
      happened: 'The time for objections to the documents is over',
      safe: 'Nothing was changed.',
      cure: 'Ask a question while questions are open, or complain to the supervising authority.',
    },
    'objection.text_missing': {
      happened: 'There is nothing written yet',
      cure: 'Write down the facts, the reason and the ground.',
    },
    'objection.too_late': {
      happened: 'No objection to the result is taken now: its period has not begun, or is over',
      safe: 'Nothing was changed.',
      cure: 'After the period a complaint to the supervising authority may be open.',
    },
    'objection.not_found': {
      happened: 'This objection is not there',
      cure: 'Load the page again.',
    },
    'objection.not_upheld': {
      happened: 'This objection has not been upheld',
      safe: 'Nothing was changed.',
      cure: 'Answer it first; only an upheld one leads to something.',
    },
    'objection.remedied_already': {
      happened: 'What follows from this objection is on record already',
      safe: 'The record stays as it was.',
      cure: 'Load the page to read it.',
    },
    'objection.ground_missing': {
      happened: 'The first candidate is left out on a ground of law only',
      safe: 'The candidates stay as they are.',
      cure: 'Choose the ground and say what was found.',
    },
    'objection.unknown_candidate': {
      happened: 'The lot has no such candidate, or he has been left out already',
      safe: 'The result stays as it is.',
      cure: 'Reload and choose from the list again.',
    },
    'objection.too_few_left': {
      happened:
        '{left} qualified bidders are left, fewer than {minimum}: nobody else can be chosen',
      safe: 'The result stays as it is.',
      cure: 'Choose a new call.',
    },
    'objection.contract_signed': {
      happened: 'The contract is signed: the purchaser cannot undo the result',
      safe: 'The award stays as it is.',
      cure: 'The finance department decides on a complaint.',
    },
    'objection.order_departs': {
      happened: 'This departs from what the decision orders',
      cure: 'Carry out what the decision on the complaint orders.',
    },
    'objection.answered_already': {
      happened: 'This objection has its answer already',
      safe: 'The answer stays as it was.',
      cure: 'Load the page to read it.',
    },
  },
};
