import type { CodesOf, ErrorTexts } from './error-text';

/** The base price. */
export const basePriceErrors: ErrorTexts<CodesOf<'base_price'>> = {
  'zh-CN': {
    'base_price.no_sealed_bids': {
      happened: '这种招标方式不收密封投标，不能密封标底',
      cure: '不用设标底。',
    },
    'base_price.sealed_already': {
      happened: '第 {lot} 标段已经密封过标底，只能有一个',
      safe: '原来密封的标底没有变。',
      cure: '开标时用原来的标底文件公布；标底有误的，可以不公布，不影响评标。',
    },
    'base_price.none': {
      happened: '第 {lot} 标段没有密封标底',
      cure: '没有密封过的标底不能公布。',
    },
    'base_price.opened_already': {
      happened: '第 {lot} 标段的标底已经公布',
      safe: '公布的内容在会场记录里。',
      cure: '不用再公布。',
    },
    'base_price.mismatch': {
      happened: '这不是第 {lot} 标段密封的标底',
      safe: '密封的标底没有变，也没有公布。',
      cure: '选密封时下载的那个标底文件，不要改里面的内容。',
    },
  },
  en: {
    'base_price.no_sealed_bids': {
      happened: 'This method takes no sealed bids, so no base price can be sealed',
      cure: 'None is needed.',
    },
    'base_price.sealed_already': {
      happened: 'Lot {lot} has a sealed base price already; there can be one only',
      safe: 'The one that was sealed is unchanged.',
      cure: 'Open it with its file at the opening. If it is mistaken, leave it unopened; the evaluation runs without it.',
    },
    'base_price.none': {
      happened: 'No base price was sealed for lot {lot}',
      cure: 'What was not sealed cannot be opened.',
    },
    'base_price.opened_already': {
      happened: 'The base price of lot {lot} is open already',
      safe: 'It stands in the record of the hall.',
      cure: 'Nothing more is needed.',
    },
    'base_price.mismatch': {
      happened: 'This is not the base price that was sealed for lot {lot}',
      safe: 'The sealed one is unchanged and has not been opened.',
      cure: 'Choose the file that was downloaded at the sealing, and leave its content as it is.',
    },
  },
};
