import type { CodesOf, ErrorTexts } from './error-text';

/** Tenders, their documents, and signing up. */
export const tenderErrors: ErrorTexts<
  CodesOf<'tender' | 'sign_up' | 'clarification' | 'question'>
> = {
  'zh-CN': {
    'tender.not_found': {
      happened: '没有找到这个交易项目',
      cure: '它可能还没有公开。从公告列表里再找一次。',
    },
    'tender.sign_up_first': {
      happened: '报名后方可下载这个项目的文件',
      safe: '没有下载任何文件。',
      cure: '登录后在公告页报名，再下载。',
    },
    'tender.document_replaced': {
      happened: '这份文件已经有新的版本',
      safe: '没有发布。',
      cure: '刷新页面，替换最新的那一份。',
    },
    'tender.notice_incomplete': {
      happened: '公告还缺规定要写的内容：{missing}',
      safe: '没有发布，草稿还在。',
      cure: '用模板里的那一行补上；时间、名称和金额要和项目的一致。',
    },
    'tender.notice_open': {
      happened: '公告里还有 {open} 处（请填写）没有填',
      safe: '没有发布，草稿还在。',
      cure: '逐行填好，或者删掉不需要的行，再发布。',
    },
    'tender.suspended': {
      happened: '这个项目暂停了，现在不能递交投标',
      safe: '已经递交的投标都在，仍然密封。',
      cure: '恢复后截止时间会顺延，到时候再递交。',
    },
    'tender.not_suspended': {
      happened: '这个项目没有暂停',
      cure: '刷新页面，再看一次。',
    },
    'clarification.unknown_objection': {
      happened: '写明要改正的异议里，有一项不在等待改正',
      safe: '澄清没有发布。',
      cure: '刷新后重新勾选成立的异议。',
    },
    'clarification.text_missing': {
      happened: '还没有写内容',
      cure: '写清楚再提交。',
    },
    'clarification.deadline_earlier': {
      happened: '投标截止时间不能提前',
      safe: '截止时间还是原来的。',
      cure: '选原来的或更晚的时间。',
    },
    'clarification.not_found': {
      happened: '没有这一号澄清',
      cure: '刷新页面，再看一次。',
    },
    'question.too_late': {
      happened: '提问的时间已经过了',
      safe: '没有改动任何记录。',
      cure: '对文件有异议的，可以在异议期内提出异议。',
    },
    'question.not_found': {
      happened: '没有找到这个问题',
      cure: '刷新页面，再看一次。',
    },
    'question.answered_already': {
      happened: '这个问题已经回答过，回答已公开',
      safe: '公开的回答没有变。',
      cure: '要更正，请发布澄清。',
    },
    'tender.not_allowed': {
      happened: '你现在的身份不能对这个项目做这一步',
      safe: '没有改动任何记录。',
      cure: '如果你还有别的身份，在右上角切换后再试。',
    },
    'tender.wrong_state': {
      happened: '项目现在的状态不能做这一步',
      safe: '没有改动任何记录。',
      cure: '刷新后看现在到了哪一步。',
    },
    'tender.no_timetable': {
      happened: '还没有定时间表',
      safe: '草稿还在。',
      cure: '先填投标截止时间。',
    },
    'tender.no_documents': {
      happened: '还没有招标文件',
      safe: '草稿还在。',
      cure: '至少上传一份招标文件再发布。',
    },
    'tender.unlawful': {
      happened: '现在不能发布：有一条法律要求没有满足',
      safe: '草稿还在，没有公开。',
      cure: '按下面的依据改好再发布。',
    },
    'tender.in_the_past': {
      happened: '投标截止时间已经过去',
      safe: '草稿还在。',
      cure: '改成以后的时间。',
    },
    'tender.basis_invalid': {
      happened: '这份依据不是所选发包方式的依据',
      safe: '草稿没有改动。',
      cure: '摇号写公平竞争审查结论，邀请招标写法定条件；换了方式的，文件也要重新上传。',
    },
    'tender.basis_missing': {
      happened: '这种方式要写明地方依据',
      safe: '草稿还在。',
      cure: '填文号、公平竞争审查结论，并上传文件。',
    },
    'tender.reason_missing': {
      happened: '终止招标须说明原因',
      safe: '没有改动任何记录。',
      cure: '写明原因，它会随终止公告公布。',
    },
    'tender.not_open': {
      happened: '这个项目现在不接受报名和投标',
      safe: '没有改动任何记录。',
      cure: '看项目页上的时间表。',
    },
    'tender.too_late': {
      happened: '已经过了截止时间',
      safe: '截止前递交的内容不受影响。',
      cure: '截止后平台不再接收任何文件。',
    },
    'tender.too_early': {
      happened: '还没有到时间',
      safe: '没有改动任何记录。',
      cure: '看项目页上的时间表，到点再来。',
    },
    'tender.document_not_found': {
      happened: '没有找到这份文件',
      cure: '它可能已被新版本替换。回到项目页再看一次。',
    },
    'tender.lots_invalid': {
      happened: '标段的划分不成立（{reason}）',
      safe: '原来的标段没有变。',
      cure: '标段名称不能重复，各标段估算价之和须等于项目估算价。',
    },
    'sign_up.is_agency': {
      happened: '你们是这个项目的招标代理机构，不能参加投标',
      safe: '没有改动任何记录。',
      cure: '代理机构不在自己代理的项目里投标，也不以联合体成员身份参加。',
    },
    'sign_up.not_qualified': {
      happened: '{firm} 不具备本标段要求的资质（{wanted}）',
      safe: '没有改动任何记录。',
      cure: '在企业登记里补充有效的证书，或与具备资质的企业组成联合体。',
    },
    'sign_up.already': {
      happened: '你们已经报过名了',
      safe: '原来的报名有效。',
      cure: '在“我的报名”里可以看回执。',
    },
    'sign_up.not_found': {
      happened: '没有找到这次报名',
      cure: '可能已经撤回。刷新后再看。',
    },
  },
  en: {
    'tender.not_found': {
      happened: 'This tender was not found',
      cure: 'It may not be public yet. Look for it in the list of notices.',
    },
    'tender.sign_up_first': {
      happened: 'The documents of this tender are for firms that signed up',
      safe: 'Nothing was downloaded.',
      cure: 'Sign in, sign up on the tender’s page, then download.',
    },
    'tender.document_replaced': {
      happened: 'This document has a newer version already',
      safe: 'Nothing was published.',
      cure: 'Reload the page and replace the newest one.',
    },
    'tender.notice_incomplete': {
      happened: 'The notice lacks parts it must hold: {missing}',
      safe: 'Nothing was published; the draft is unchanged.',
      cure: 'Add each in its line of the template; dates, names and sums are those of the tender.',
    },
    'tender.notice_open': {
      happened: 'The notice still has {open} lines to be filled in',
      safe: 'Nothing was published; the draft is unchanged.',
      cure: 'Fill each line in, or take out what is not needed, and publish again.',
    },
    'tender.suspended': {
      happened: 'This tender stands still; no bid can be submitted now',
      safe: 'Submitted bids are all there, still sealed.',
      cure: 'The deadline moves when it goes on. Submit then.',
    },
    'tender.not_suspended': {
      happened: 'This tender does not stand still',
      cure: 'Reload the page and look again.',
    },
    'clarification.unknown_objection': {
      happened: 'One of the objections that were named does not wait for a correction',
      safe: 'Nothing was published.',
      cure: 'Reload and tick the upheld objections again.',
    },
    'clarification.text_missing': {
      happened: 'There is nothing written yet',
      cure: 'Write it down, then send it.',
    },
    'clarification.deadline_earlier': {
      happened: 'A deadline never moves closer',
      safe: 'The deadline stays as it was.',
      cure: 'Choose the present deadline or a later one.',
    },
    'clarification.not_found': {
      happened: 'There is no such clarification',
      cure: 'Load the page again.',
    },
    'question.too_late': {
      happened: 'The time for questions is over',
      safe: 'Nothing was changed.',
      cure: 'An objection to the documents may still be open.',
    },
    'question.not_found': {
      happened: 'This question is not there',
      cure: 'Load the page again.',
    },
    'question.answered_already': {
      happened: 'This question has its public answer already',
      safe: 'The answer stays as it was.',
      cure: 'To correct it, publish a clarification.',
    },
    'tender.not_allowed': {
      happened: 'You may not do this to this tender in your present role',
      safe: 'No record was changed.',
      cure: 'If you have another role, switch to it at the top right and try again.',
    },
    'tender.wrong_state': {
      happened: 'This cannot be done in the present state of the tender',
      safe: 'No record was changed.',
      cure: 'Reload to see how far it is.',
    },
    'tender.no_timetable': {
      happened: 'There is no timetable yet',
      safe: 'The draft is kept.',
      cure: 'Set the bid deadline first.',
    },
    'tender.no_documents': {
      happened: 'There are no tender documents yet',
      safe: 'The draft is kept.',
      cure: 'Upload at least one before publishing.',
    },
    'tender.unlawful': {
      happened: 'It cannot be published: a requirement of law is not met',
      safe: 'The draft is kept and not public.',
      cure: 'Correct it by the basis below, then publish.',
    },
    'tender.in_the_past': {
      happened: 'The bid deadline lies in the past',
      safe: 'The draft is kept.',
      cure: 'Choose a later time.',
    },
    'tender.basis_invalid': {
      happened: 'This is no basis of the chosen method',
      safe: 'The draft is unchanged.',
      cure: 'A lottery names its fair competition review, an invitation its condition; after a change of method the paper is uploaded anew.',
    },
    'tender.basis_missing': {
      happened: 'This method needs a recorded local basis',
      safe: 'The draft is kept.',
      cure: 'Give the document number and the fair-competition review, and upload the file.',
    },
    'tender.reason_missing': {
      happened: 'A tender is given up with a reason, or not at all',
      safe: 'No record was changed.',
      cure: 'Say why: the reason is published with the notice.',
    },
    'tender.not_open': {
      happened: 'This tender takes no sign-ups or bids now',
      safe: 'No record was changed.',
      cure: 'See the timetable on its page.',
    },
    'tender.too_late': {
      happened: 'The deadline has passed',
      safe: 'What was submitted before it is unaffected.',
      cure: 'After the deadline the platform accepts no file.',
    },
    'tender.too_early': {
      happened: 'It is too early',
      safe: 'No record was changed.',
      cure: 'See the timetable on the tender’s page and come back then.',
    },
    'tender.document_not_found': {
      happened: 'This document was not found',
      cure: 'A newer version may have replaced it. Look at the tender’s page again.',
    },
    'tender.lots_invalid': {
      happened: 'The tender cannot be divided like this ({reason})',
      safe: 'The lots are as they were.',
      cure: 'Name each lot differently; their estimates must add up to that of the project.',
    },
    'sign_up.is_agency': {
      happened: 'You are the agency of this tender and cannot take part in it',
      safe: 'Nothing was changed.',
      cure: 'An agency never bids in what it runs, nor as the member of a consortium.',
    },
    'sign_up.not_qualified': {
      happened: '{firm} does not hold what the lot asks for ({wanted})',
      safe: 'Nothing was changed.',
      cure: 'Add a valid certificate to the record, or form a consortium with a firm that has one.',
    },
    'sign_up.already': {
      happened: 'You have signed up already',
      safe: 'The sign-up stands.',
      cure: 'Its receipt is among your sign-ups.',
    },
    'sign_up.not_found': {
      happened: 'This sign-up was not found',
      cure: 'It may have been withdrawn. Reload and look again.',
    },
  },
};
