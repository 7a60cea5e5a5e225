import type { CodesOf, ErrorTexts } from './error-text';

/** The register of enterprises, and projects. */
export const enterpriseErrors: ErrorTexts<CodesOf<'enterprise' | 'import'>> = {
  'zh-CN': {
    'enterprise.not_found': {
      happened: '没有找到这家企业',
      cure: '核对统一社会信用代码；没有核验的企业不公开。',
    },
    'enterprise.credit_code_invalid': {
      happened: '统一社会信用代码不对',
      safe: '你填的其他内容都保留着。',
      cure: '对照营业执照再看一遍，最后一位是校验位。',
    },
    'enterprise.credit_code_known': {
      happened: '这家企业已经在库里了',
      safe: '没有改动任何记录。',
      cure: '请企业管理员把你加进来，不用重新登记。',
    },
    'enterprise.incomplete': {
      happened: '企业信息还差：{missing}',
      safe: '已经填的内容都保留着。',
      cure: '补齐后再提交。',
    },
    'enterprise.wrong_state': {
      happened: '企业信息现在的状态不能做这一步',
      safe: '没有改动任何记录。',
      cure: '刷新后看现在的状态。',
    },
    'enterprise.not_verified': {
      happened: '企业信息还没有核验',
      safe: '报名和投标要在核验之后。',
      cure: '提交企业信息，登记员会在期限内答复。',
    },
    'enterprise.suspended': {
      happened: '这家企业被监督部门暂停参加',
      safe: '已经递交的内容没有变。',
      cure: '原因和期限见企业公开页面；可以向作出决定的部门申诉。',
    },
    'enterprise.qualification_expired': {
      happened: '要求的资质证书已经过期',
      safe: '企业信息没有变。',
      cure: '上传有效的证书，核验后再试。',
    },
    'enterprise.too_large': {
      happened: '企业信息太长，存不下',
      safe: '没有改动任何记录。',
      cure: '删去不再有效的资质、人员或附件说明后再保存。',
    },
    'enterprise.authority_only': {
      happened: '这件事只有监督部门能决定',
      safe: '没有改动任何记录。',
      cure: '交易中心没有处罚权；请把材料交给监督部门。',
    },
    'enterprise.decision_incomplete': {
      happened: '决定缺内容：{missing}',
      safe: '没有改动任何记录。',
      cure: '补上文号和理由；期限要晚于现在，只有暂停有期限。',
    },
    'enterprise.decision_in_future': {
      happened: '决定日期在将来',
      safe: '没有改动任何记录。',
      cure: '对照决定书上的日期。',
    },
    'enterprise.note_missing': {
      happened: '有缺项没有写说明',
      safe: '没有退回，对方还没有收到。',
      cure: '每一项都写清楚差什么。',
    },
    'enterprise.asked_late': {
      happened: '这些内容第一次提交时就在，当时没有提出：{items}',
      safe: '没有退回，对方还没有收到。',
      cure: '一次性告知：去掉这些，或写明现在才提出的理由，理由会写进告知书。',
    },
    'enterprise.id_number_invalid': {
      happened: '{name} 的身份证号不对',
      safe: '你填的其他内容都保留着。',
      cure: '对照证件再看一遍，最后一位是校验位。',
    },
    'enterprise.id_number_missing': {
      happened: '缺 {name} 的身份证号',
      safe: '你填的其他内容都保留着。',
      cure: '新增人员要填一次；平台只存摘要，不存号码。',
    },
    'enterprise.inquiry_in_future': {
      happened: '查询日期在将来',
      safe: '没有改动任何记录。',
      cure: '填查询当天的日期。',
    },
    'enterprise.inquiry_not_found': {
      happened: '没有找到这次查询',
      cure: '刷新页面后再看。',
    },
    'enterprise.inquiry_confirmed': {
      happened: '这次查询已经确认过',
      safe: '没有改动任何记录。',
      cure: '刷新后看现在的状态。',
    },
    'enterprise.credit_known': {
      happened: '{number} 号决定已经录入过',
      safe: '没有重复录入。',
      cure: '在信用记录里找到它。',
    },
    'enterprise.credit_not_found': {
      happened: '没有找到这条信用记录',
      cure: '刷新页面后再看。',
    },
    'enterprise.credit_withdrawn': {
      happened: '这条记录已经撤下',
      safe: '没有改动任何记录。',
      cure: '撤下的记录留在历史里。',
    },
    'enterprise.no_card': {
      happened: '现在没有网员证',
      safe: '企业信息没有变。',
      cure: '登记信息核对通过、且没有暂停或过期时，可以下载网员证。',
    },
    'enterprise.invitation_needed': {
      happened: '这家企业由登记员导入，要凭邀请码接管',
      safe: '没有改动任何记录。',
      cure: '向登记员索取邀请码，填好再注册。',
    },
    'import.empty': {
      happened: '表里没有内容',
      safe: '没有导入任何企业。',
      cure: '下载模板，从第二行起每行填一家企业。',
    },
    'import.heading_missing': {
      happened: '表头缺列：{columns}',
      safe: '没有导入任何企业。',
      cure: '用模板的第一行作表头。',
    },
    'import.too_many_rows': {
      happened: '行数太多：{rows} 行，最多 {most} 行',
      safe: '没有导入任何企业。',
      cure: '分成几个文件导入。',
    },
    'import.too_large': {
      happened: '文件太大',
      safe: '没有导入任何企业。',
      cure: '去掉图片和多余的工作表，最多 2 MB。',
    },
    'import.unreadable': {
      happened: '读不懂这个文件',
      safe: '没有导入任何企业。',
      cure: '另存为 XLSX，或 UTF-8、GBK 编码的 CSV。',
    },
    'import.other_file': {
      happened: '这不是刚才检查过的文件，或者登记库已经变了',
      safe: '没有导入任何企业。',
      cure: '重新检查一遍再导入。',
    },
    'import.nothing_valid': {
      happened: '没有一行可以导入',
      safe: '没有导入任何企业。',
      cure: '按检查结果改好再来。',
    },
    'import.done_already': {
      happened: '这个文件已经导入过',
      safe: '没有重复导入。',
      cure: '每个文件只导入一次。',
    },
  },
  en: {
    'enterprise.not_found': {
      happened: 'This enterprise was not found',
      cure: 'Check the credit code; enterprises are public once verified.',
    },
    'enterprise.credit_code_invalid': {
      happened: 'The unified social credit code is wrong',
      safe: 'Everything else you typed is kept.',
      cure: 'Compare it with the licence; the last character is a check digit.',
    },
    'enterprise.credit_code_known': {
      happened: 'This enterprise is already registered',
      safe: 'No record was changed.',
      cure: 'Ask its administrator to add you; no second registration is needed.',
    },
    'enterprise.incomplete': {
      happened: 'The enterprise’s details still lack: {missing}',
      safe: 'What you entered is kept.',
      cure: 'Complete them and submit again.',
    },
    'enterprise.wrong_state': {
      happened: 'This cannot be done in the present state of the enterprise’s record',
      safe: 'No record was changed.',
      cure: 'Reload to see its state.',
    },
    'enterprise.not_verified': {
      happened: 'The enterprise has not been verified',
      safe: 'Sign-up and bids come after verification.',
      cure: 'Submit its details; the registrar answers within the time limit.',
    },
    'enterprise.suspended': {
      happened: 'The supervising authority suspended this enterprise',
      safe: 'What was submitted is unchanged.',
      cure: 'Its public page tells why and until when; you may appeal to that authority.',
    },
    'enterprise.qualification_expired': {
      happened: 'A required certificate has expired',
      safe: 'The enterprise’s record is unchanged.',
      cure: 'Upload a valid one and try again once it is verified.',
    },
    'enterprise.too_large': {
      happened: 'The record is too long to be kept',
      safe: 'No record was changed.',
      cure: 'Remove certificates, people or files that no longer count, and save again.',
    },
    'enterprise.authority_only': {
      happened: 'Only a supervising authority decides this',
      safe: 'No record was changed.',
      cure: 'A trading centre has no power to punish; hand the papers to the authority.',
    },
    'enterprise.decision_incomplete': {
      happened: 'The decision lacks: {missing}',
      safe: 'No record was changed.',
      cure: 'Give its number and reason; a period ends later than now, and only a suspension has one.',
    },
    'enterprise.decision_in_future': {
      happened: 'The decision’s date lies in the future',
      safe: 'No record was changed.',
      cure: 'Compare it with the document.',
    },
    'enterprise.note_missing': {
      happened: 'An item has no explanation',
      safe: 'Nothing was returned yet.',
      cure: 'Say for each item what is missing.',
    },
    'enterprise.asked_late': {
      happened: 'This was there at first and was not asked for then: {items}',
      safe: 'Nothing was returned yet.',
      cure: 'Everything is told at once: leave it out, or state why it is asked for only now. The letter will say so.',
    },
    'enterprise.id_number_invalid': {
      happened: 'The identity number of {name} is wrong',
      safe: 'Everything else you typed is kept.',
      cure: 'Compare it with the card; the last character is a check character.',
    },
    'enterprise.id_number_missing': {
      happened: 'The identity number of {name} is missing',
      safe: 'Everything else you typed is kept.',
      cure: 'A new person needs it once; only a digest is kept, never the number.',
    },
    'enterprise.inquiry_in_future': {
      happened: 'The date of the inquiry lies in the future',
      safe: 'No record was changed.',
      cure: 'Enter the day it was asked.',
    },
    'enterprise.inquiry_not_found': {
      happened: 'This inquiry was not found',
      cure: 'Reload the page.',
    },
    'enterprise.inquiry_confirmed': {
      happened: 'This inquiry has been confirmed already',
      safe: 'No record was changed.',
      cure: 'Reload to see its state.',
    },
    'enterprise.credit_known': {
      happened: 'Decision {number} has been entered already',
      safe: 'It was not entered twice.',
      cure: 'Find it in the credit record.',
    },
    'enterprise.credit_not_found': {
      happened: 'This credit entry was not found',
      cure: 'Reload the page.',
    },
    'enterprise.credit_withdrawn': {
      happened: 'This entry has been withdrawn already',
      safe: 'No record was changed.',
      cure: 'Withdrawn entries stay in the history.',
    },
    'enterprise.no_card': {
      happened: 'There is no member card now',
      safe: 'The record is unchanged.',
      cure: 'A card is there while the record is verified, not suspended and not expired.',
    },
    'enterprise.invitation_needed': {
      happened: 'This company was imported; its invitation code is needed',
      safe: 'No record was changed.',
      cure: 'Ask the registrar for the code and enter it.',
    },
    'import.empty': {
      happened: 'The sheet is empty',
      safe: 'No company was imported.',
      cure: 'Download the template; from line 2 on, one company per line.',
    },
    'import.heading_missing': {
      happened: 'The heading lacks columns: {columns}',
      safe: 'No company was imported.',
      cure: 'Use the first line of the template.',
    },
    'import.too_many_rows': {
      happened: 'Too many lines: {rows}, at most {most}',
      safe: 'No company was imported.',
      cure: 'Split the sheet.',
    },
    'import.too_large': {
      happened: 'The file is too large',
      safe: 'No company was imported.',
      cure: 'Remove pictures and further sheets; at most 2 MB.',
    },
    'import.unreadable': {
      happened: 'This file cannot be read',
      safe: 'No company was imported.',
      cure: 'Save it as XLSX, or as CSV in UTF-8 or GBK.',
    },
    'import.other_file': {
      happened: 'This is not the file that was checked, or the register has changed',
      safe: 'No company was imported.',
      cure: 'Check it again, then import.',
    },
    'import.nothing_valid': {
      happened: 'No line can be imported',
      safe: 'No company was imported.',
      cure: 'Mend what the report names.',
    },
    'import.done_already': {
      happened: 'This file has been imported already',
      safe: 'Nothing was imported twice.',
      cure: 'A file is imported once.',
    },
  },
};
