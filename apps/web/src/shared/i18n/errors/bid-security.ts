import type { CodesOf, ErrorTexts } from './error-text';

/** Texts for bid securities. */
export const bidSecurityErrors: ErrorTexts<CodesOf<'bid_security'>> = {
  'zh-CN': {
    'bid_security.not_found': { happened: '没有找到这笔投标保证金', cure: '刷新页面，再找一次。' },
    'bid_security.not_wanted': {
      happened: '这个标段不收投标保证金',
      cure: '不用交，直接投标。',
    },
    'bid_security.asked_already': {
      happened: '缴款码刚刚已经给出',
      cure: '刷新页面就能看到。',
    },
    'bid_security.sealed': {
      happened: '开标前谁交了保证金是保密的',
      cure: '开标后再看。',
    },
    'bid_security.code_unknown': {
      happened: '没有这个缴款码',
      safe: '什么都没有记。',
      cure: '和付款人核对附言里的缴款码。',
    },
    'bid_security.recorded_already': {
      happened: '这个流水号已经记过',
      safe: '没有重复记。',
      cure: '核对银行流水号。',
    },
    'bid_security.guarantee_stands': {
      happened: '已经有一份保函（保险）',
      safe: '原来那份还在。',
      cure: '要换，先撤回原来那份。',
    },
    'bid_security.guarantee_low': {
      happened: '保函（保险）金额低于要求',
      safe: '填写的内容都在。',
      cure: '换一份足额的。',
    },
    'bid_security.guarantee_short': {
      happened: '保函（保险）在投标截止时就已到期',
      safe: '填写的内容都在。',
      cure: '有效期要与投标有效期一致，换一份再交。',
    },
    'bid_security.guarantee_ends_early': {
      happened: '保函（保险）在投标有效期届满前就已到期',
      safe: '填写的内容都在。',
      cure: '换一份有效期不短于公告所写投标有效期的再交。',
    },
    'bid_security.nothing_held': {
      happened: '这里没有可以办理的保证金',
      cure: '刷新页面看最新状态。',
    },
    'bid_security.still_bound': {
      happened: '还不到退还的时候',
      safe: '钱还在专户。',
      cure: '投标撤回、招标终止、定标或合同签订后再退。',
    },
    'bid_security.refunded_already': {
      happened: '这笔钱已经退还',
      safe: '没有重复记。',
      cure: '刷新页面看退还记录。',
    },
    'bid_security.forfeited_already': {
      happened: '这份保证金已记为不予退还',
      cure: '有异议的，向招标人或监督部门提出。',
    },
    'bid_security.no_ground': {
      happened: '没有可以不退还的法定情形',
      safe: '保证金没有变。',
      cure: '只有开标后撤销投标、中标后拒签合同或不交履约保证金才可以不退，应当退还。',
    },
    'bid_security.interest_short': {
      happened: '利息少于按挂牌利率计算的数额',
      safe: '什么都没有记。',
      cure: '补足利息，或留空按计算数额退还。',
    },
    'bid_security.day_impossible': {
      happened: '日期或金额不可能',
      safe: '什么都没有记。',
      cure: '日期在到账（或可以退还）之后、今天之前，金额大于零。',
    },
    'bid_security.rate_unknown': {
      happened: '到账那天的活期存款利率还没有录入',
      safe: '什么都没有记。',
      cure: '请系统管理员先录入利率。',
    },
    'bid_security.rate_invalid': { happened: '利率不在合理范围', cure: '按百分数填写年利率。' },
    'bid_security.account_invalid': { happened: '账号不能为空', cure: '填写银行账号。' },
    'bid_security.statement_unreadable': {
      happened: '读不出这份流水',
      safe: '什么都没有记。',
      cure: '第一行要有：日期、时间、付款人、付款银行、付款账号、金额、流水号、附言；最多两千行。',
    },
  },
  en: {
    'bid_security.not_found': {
      happened: 'This bid security was not found',
      cure: 'Reload the page and look again.',
    },
    'bid_security.not_wanted': {
      happened: 'This lot asks for no bid security',
      cure: 'There is nothing to pay: simply bid.',
    },
    'bid_security.asked_already': {
      happened: 'The payment code was given out just now',
      cure: 'Reload the page to see it.',
    },
    'bid_security.sealed': {
      happened: 'Who gave a security is secret before the opening',
      cure: 'Look after the opening.',
    },
    'bid_security.code_unknown': {
      happened: 'There is no such payment code',
      safe: 'Nothing was recorded.',
      cure: 'Compare the purpose of the transfer with its payer.',
    },
    'bid_security.recorded_already': {
      happened: 'The bank’s transfer of this number is recorded already',
      safe: 'It was not recorded twice.',
      cure: 'Compare the number with the bank’s.',
    },
    'bid_security.guarantee_stands': {
      happened: 'There is a guarantee or policy already',
      safe: 'It still stands.',
      cure: 'Take it back first if you want another.',
    },
    'bid_security.guarantee_low': {
      happened: 'The guarantee is below the amount asked for',
      safe: 'What you typed is kept.',
      cure: 'Lodge one for the whole amount.',
    },
    'bid_security.guarantee_short': {
      happened: 'The guarantee has run out by the deadline',
      safe: 'What you typed is kept.',
      cure: 'It must be valid as long as the bid: lodge another.',
    },
    'bid_security.guarantee_ends_early': {
      happened: 'The guarantee or policy ends before the bid does',
      safe: 'What you entered is still here.',
      cure: 'Lodge one that is valid as long as bids bind by the notice.',
    },
    'bid_security.nothing_held': {
      happened: 'There is no security here to act on',
      cure: 'Reload the page to see where it stands.',
    },
    'bid_security.still_bound': {
      happened: 'It does not go back yet',
      safe: 'The money stays in the account.',
      cure: 'It goes back after a withdrawal, the end of the call, the award or the contract.',
    },
    'bid_security.refunded_already': {
      happened: 'This money went back already',
      safe: 'It was not recorded twice.',
      cure: 'Reload the page to see the refund.',
    },
    'bid_security.forfeited_already': {
      happened: 'This security is recorded as kept',
      cure: 'Object to the tenderer or the supervising authority.',
    },
    'bid_security.no_ground': {
      happened: 'No ground of law to keep this security is on record',
      safe: 'The security is as it was.',
      cure: 'Only a bid revoked after the deadline, or a contract or performance security refused, is one. Give it back.',
    },
    'bid_security.interest_short': {
      happened: 'The interest is less than the posted rates give',
      safe: 'Nothing was recorded.',
      cure: 'Pay the rest, or leave it empty for the computed sum.',
    },
    'bid_security.day_impossible': {
      happened: 'The day or the sum is impossible',
      safe: 'Nothing was recorded.',
      cure: 'The day lies after the arrival (or the release) and before now; the sum is above zero.',
    },
    'bid_security.rate_unknown': {
      happened: 'No demand-deposit rate is entered for the day the money came',
      safe: 'Nothing was recorded.',
      cure: 'Ask the system administrator to enter it.',
    },
    'bid_security.rate_invalid': {
      happened: 'The rate is out of range',
      cure: 'Type the yearly rate in per cent.',
    },
    'bid_security.account_invalid': {
      happened: 'The account number is empty',
      cure: 'Type the account number.',
    },
    'bid_security.statement_unreadable': {
      happened: 'The statement cannot be read',
      safe: 'Nothing was recorded.',
      cure: 'Its first line names the eight columns of the guide; at most two thousand lines follow.',
    },
  },
};
