import type { CodesOf, ErrorTexts } from './error-text';

/** Lots and consortia. */
export const lotErrors: ErrorTexts<CodesOf<'lot' | 'consortium'>> = {
  'zh-CN': {
    'lot.not_found': {
      happened: '这个项目没有第 {lot} 标段',
      cure: '回到项目页，重新选标段。',
    },
    'lot.failed': {
      happened: '第 {lot} 标段已流标',
      safe: '其他标段不受影响。',
      cure: '等招标人对该标段重新招标。',
    },
    'lot.takes_part': {
      happened: '你们已经参加了第 {lot} 标段，不能再以另一种方式参加',
      safe: '原来的报名或投标没有变。',
      cure: '同一标段只能单独参加，或参加一个联合体；先取消原来的，再换方式。',
    },
    'lot.member_of_consortium': {
      happened: '你们是联合体成员，不能单独报名或投标',
      safe: '联合体不受影响。',
      cure: '由联合体牵头人报名和投标。',
    },
    'consortium.not_found': {
      happened: '没有找到这个联合体',
      cure: '从“联合体”里再看一次。',
    },
    'consortium.not_admitted': {
      happened: '这个项目不接受联合体',
      safe: '没有改动任何记录。',
      cure: '单独报名，或看招标文件的规定。',
    },
    'consortium.members_invalid': {
      happened: '联合体成员填写有误（{reason}）',
      safe: '没有改动任何记录。',
      cure: '每个成员填一次统一社会信用代码，须是已核验的企业。',
    },
    'consortium.wrong_state': {
      happened: '联合体现在的状态不能做这一步',
      safe: '没有改动任何记录。',
      cure: '刷新后再看。',
    },
    'consortium.bid_submitted': {
      happened: '联合体已经递交投标，成员不能增减或更换',
      safe: '联合体和投标都没有变。',
      cure: '截止前可以先撤回投标，再解散联合体。',
    },
    'consortium.signed_up': {
      happened: '联合体已经报名',
      safe: '联合体和报名都没有变。',
      cure: '由牵头人先取消报名，再解散联合体。',
    },
    'consortium.incomplete': {
      happened: '联合体还有成员没有确认',
      safe: '没有改动任何记录。',
      cure: '等每个成员在自己的工作台确认后再办。',
    },
  },
  en: {
    'lot.not_found': {
      happened: 'This tender has no lot {lot}',
      cure: 'Go back to its page and choose the lot again.',
    },
    'lot.failed': {
      happened: 'Lot {lot} has failed',
      safe: 'The other lots are not affected.',
      cure: 'Wait until the tenderer calls it again.',
    },
    'lot.takes_part': {
      happened: 'You take part in lot {lot} already, in another way',
      safe: 'Your sign-up or bid has not changed.',
      cure: 'In one lot, take part alone or in one consortium. Give the other up first.',
    },
    'lot.member_of_consortium': {
      happened: 'You are a member of a consortium and cannot act alone',
      safe: 'The consortium has not changed.',
      cure: 'Its leader signs up and bids.',
    },
    'consortium.not_found': {
      happened: 'There is no such consortium',
      cure: 'Look again under Consortia.',
    },
    'consortium.not_admitted': {
      happened: 'This tender does not admit consortia',
      safe: 'Nothing was changed.',
      cure: 'Sign up alone, or see the tender documents.',
    },
    'consortium.members_invalid': {
      happened: 'The members are not right ({reason})',
      safe: 'Nothing was changed.',
      cure: 'Give each member’s credit code once. They must be verified firms.',
    },
    'consortium.wrong_state': {
      happened: 'The consortium’s state does not allow this',
      safe: 'Nothing was changed.',
      cure: 'Reload and look again.',
    },
    'consortium.bid_submitted': {
      happened: 'The consortium has bid: its members cannot change',
      safe: 'The consortium and its bid are as they were.',
      cure: 'Until the deadline, withdraw the bid first.',
    },
    'consortium.signed_up': {
      happened: 'The consortium has signed up',
      safe: 'The consortium and its sign-up are as they were.',
      cure: 'Let its leader withdraw the sign-up first.',
    },
    'consortium.incomplete': {
      happened: 'A member of the consortium has not confirmed yet',
      safe: 'Nothing was changed.',
      cure: 'Wait until every member has confirmed in its own workspace.',
    },
  },
};
