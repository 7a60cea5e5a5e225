import type { CodesOf, ErrorTexts } from './error-text';

type PlatformCode =
  | 'internal'
  | CodesOf<
      | 'request'
      | 'idempotency'
      | 'state'
      | 'clock'
      | 'file'
      | 'upload'
      | 'money'
      | 'ledger'
      | 'rules'
      | 'calendar'
      | 'contact'
      | 'subscription'
      | 'ocds'
    >;

/** Texts for the platform's own codes. */
export const platformErrors: ErrorTexts<PlatformCode> = {
  'zh-CN': {
    internal: {
      happened: '平台没有完成这一步',
      safe: '没有改动任何记录，你填的内容还在这台电脑上。',
      cure: '再试一次；如果还是这样，把下面的编号告诉交易中心。',
    },
    'request.invalid': {
      happened: '有几处填写需要改',
      safe: '还没有提交，其他内容都保留着。',
      cure: '按标出的地方改好后再提交。',
    },
    'request.unreadable': {
      happened: '平台读不懂这次请求',
      safe: '没有改动任何记录。',
      cure: '刷新页面后再试一次。',
    },
    'request.not_found': {
      happened: '这里没有你要找的内容',
      cure: '它可能还没有公开，或者地址有误。从公告列表里再找一次。',
    },
    'request.too_large': {
      happened: '文件太大，平台没有收下',
      safe: '原来的文件没有变。',
      cure: '拆分或压缩后再上传。',
    },
    'request.too_many': {
      happened: '请求太频繁，平台暂时没有处理',
      safe: '没有改动任何记录。',
      cure: '等一分钟再试。',
    },
    'rules.set_unknown': {
      happened: '这台服务器还没有读到这个项目适用的规则集，刚刚升级时会这样',
      safe: '没有改动任何记录，平台正在重新读取。',
      cure: '几秒后再试；一直这样，请告诉系统管理员。',
    },
    'idempotency.key_reused': {
      happened: '这次提交和之前的一次重复，但内容不同',
      safe: '以之前那一次为准，记录没有变。',
      cure: '刷新页面，看清现在的状态后再提交。',
    },
    'state.stale': {
      happened: '你打开之后，这里已经被别人改过',
      safe: '没有覆盖别人的修改。',
      cure: '刷新后核对最新内容，再改一次。',
    },
    'clock.not_movable': {
      happened: '正式环境的时钟不能调',
      cure: '只有演示环境可以调快时钟。',
    },
    'clock.never_back': {
      happened: '演示时钟只能往前，不能往回',
      cure: '选一个更晚的时间。',
    },
    'file.not_found': {
      happened: '没有找到这份文件',
      cure: '它可能还没有公开，或者已被新版本替换。回到项目页再看一次。',
    },
    'file.digest_mismatch': {
      happened: '收到的文件和你电脑上的不一样',
      safe: '不完整的文件没有入库。',
      cure: '重新上传；如果反复出现，换一个网络。',
    },
    'file.infected': {
      happened: '文件里有病毒：{finding}',
      safe: '这份文件没有保存，其他内容没有变。',
      cure: '在自己的电脑上查杀后，换一份干净的文件。',
    },
    'file.range_unsatisfiable': {
      happened: '续传的位置超出了文件',
      safe: '平台上的文件没有变。',
      cure: '删掉没下完的文件，重新下载。',
    },
    'rules.malformed': {
      happened: '规则集有一处写错：{where}',
      safe: '仍按原来的规则集运行。',
      cure: '改正后再装入。',
    },
    'ocds.own_prefix': {
      happened: '这些项目的 ocid 用的是本站自己的前缀',
      safe: '一条也没有导入。',
      cure: '给这套系统设置另一个 OCDS_PREFIX，再导入。',
    },
    'subscription.no_mail': {
      happened: '本站现在发不出邮件',
      safe: '没有保存邮箱。',
      cure: '可以用 Atom 或 RSS 订阅，或者过一会儿再试。',
    },
    'subscription.address': {
      happened: '这不是一个邮箱地址',
      safe: '没有保存。',
      cure: '核对后再试，例如 name@example.com。',
    },
    'subscription.not_found': {
      happened: '没有这个订阅',
      safe: '可能已经退订，或者七天没有确认，已经删除。',
      cure: '需要的话，在公告列表里重新订阅。',
    },
    'contact.mail_malformed': {
      happened: '邮箱地址不对',
      safe: '还是原来的设置。',
      cure: '填完整的邮箱，例如 name@example.com；要收邮件就要填邮箱。',
    },
    'contact.phone_malformed': {
      happened: '手机号不对',
      safe: '还是原来的设置。',
      cure: '只填数字；要收短信就要填手机号。',
    },
    'calendar.malformed': {
      happened: '这一年的放假安排有一处不对：{where}',
      safe: '仍按原来的日历计算。',
      cure: '对照国务院办公厅通知改这一天：放假日不少于 11 天且含元旦；调休上班的应是周六或周日。',
    },
    'calendar.year_unknown': {
      happened: '还没有 {year} 年的法定节假日安排，算不出工作日',
      safe: '没有改动任何记录。',
      cure: '选 {year} 年以前的日期；国务院公布安排后，系统管理员在“日历”页录入这一年。',
    },
    'upload.incomplete': {
      happened: '文件还没有传完',
      safe: '已经传到的部分保留着，不用重来。',
      cure: '接着上传，传完再提交。',
    },
    'money.invalid': {
      happened: '金额写法不对',
      safe: '还没有提交。',
      cure: '写成数字，最多两位小数，例如 1268400.50。',
    },
    'ledger.no_entry': { happened: '日志里没有这一条', cure: '核对条目序号。' },
    'ledger.not_erasable': {
      happened: '这一条不能删除：{type} 是公开记录，或者本身就是删除记录',
      safe: '日志没有变。',
      cure: '只有封存的记录可以删除正文。',
    },
    'ledger.erased_already': {
      happened: '这一条的正文已经删除',
      safe: '条目和日志仍然有效。',
      cure: '不用再做什么。',
    },
  },
  en: {
    internal: {
      happened: 'The platform did not finish this step',
      safe: 'No record was changed. What you typed is still on this computer.',
      cure: 'Try again. If it fails again, tell the centre the code below.',
    },
    'request.invalid': {
      happened: 'Some fields need correcting',
      safe: 'Nothing was submitted; everything else is kept.',
      cure: 'Correct the marked fields and submit again.',
    },
    'request.unreadable': {
      happened: 'The platform could not read this request',
      safe: 'No record was changed.',
      cure: 'Reload the page and try again.',
    },
    'request.not_found': {
      happened: 'What you are looking for is not here',
      cure: 'It may not be public yet, or the address is wrong. Look for it in the list of notices.',
    },
    'request.too_large': {
      happened: 'The file is too large and was not accepted',
      safe: 'The file you had before is unchanged.',
      cure: 'Split or compress it and upload again.',
    },
    'request.too_many': {
      happened: 'Too many requests; this one was not handled',
      safe: 'No record was changed.',
      cure: 'Wait a minute and try again.',
    },
    'rules.set_unknown': {
      happened:
        'This server has not read the rule set this stands under yet, as happens during an upgrade',
      safe: 'No record was changed; the server is reading it now.',
      cure: 'Try again in a few seconds; if it stays, tell the system administrator.',
    },
    'idempotency.key_reused': {
      happened: 'This repeats an earlier submission with different content',
      safe: 'The earlier one stands; no record was changed.',
      cure: 'Reload the page, check its state, then submit.',
    },
    'state.stale': {
      happened: 'Somebody changed this after you opened it',
      safe: 'Their change was not overwritten.',
      cure: 'Reload, check the latest content and change it again.',
    },
    'clock.not_movable': {
      happened: 'The clock of a production installation cannot be moved',
      cure: 'Only a demonstration may move its clock.',
    },
    'clock.never_back': {
      happened: 'The demonstration clock only moves forward',
      cure: 'Choose a later time.',
    },
    'file.not_found': {
      happened: 'This file was not found',
      cure: 'It may not be public yet, or a newer version replaced it. Look at the project page again.',
    },
    'file.digest_mismatch': {
      happened: 'The file that arrived differs from the one on your computer',
      safe: 'The damaged file was not stored.',
      cure: 'Upload it again. If it keeps happening, use another network.',
    },
    'file.infected': {
      happened: 'The file holds a virus: {finding}',
      safe: 'It was not stored; everything else is unchanged.',
      cure: 'Clean your computer and send a clean file.',
    },
    'file.range_unsatisfiable': {
      happened: 'The download was resumed beyond the end of the file',
      safe: 'The file on the platform is unchanged.',
      cure: 'Delete the partial file and download it again.',
    },
    'rules.malformed': {
      happened: 'The rule set has a fault: {where}',
      safe: 'The previous rule set stays in force.',
      cure: 'Correct it and load it again.',
    },
    'ocds.own_prefix': {
      happened: 'The ocid of these processes begins with this site’s own prefix',
      safe: 'Nothing was taken in.',
      cure: 'Give this installation another OCDS_PREFIX and import again.',
    },
    'subscription.no_mail': {
      happened: 'This site cannot send mail now',
      safe: 'No address was kept.',
      cure: 'Follow the Atom or RSS feed, or try again later.',
    },
    'subscription.address': {
      happened: 'This is not a mail address',
      safe: 'Nothing was kept.',
      cure: 'Check it and try again, for example name@example.com.',
    },
    'subscription.not_found': {
      happened: 'There is no such subscription',
      safe: 'It was ended, or was not confirmed within seven days and deleted.',
      cure: 'Subscribe again from the list of notices if you like.',
    },
    'contact.mail_malformed': {
      happened: 'This is no mail address',
      safe: 'Your settings stay as they were.',
      cure: 'Write it in full, as name@example.com. Mail needs an address.',
    },
    'contact.phone_malformed': {
      happened: 'This is no phone number',
      safe: 'Your settings stay as they were.',
      cure: 'Digits only. Short messages need a number.',
    },
    'calendar.malformed': {
      happened: 'A day of this year is wrong: {where}',
      safe: 'The calendar stays as it was.',
      cure: 'Compare it with the notice: at least 11 days off with New Year’s Day; worked days are Saturdays or Sundays.',
    },
    'calendar.year_unknown': {
      happened: 'The official holidays of {year} are not known, so working days cannot be counted',
      safe: 'No record was changed.',
      cure: 'Choose a date before {year}; once the notice is published, the system administrator enters the year on the Calendar page.',
    },
    'upload.incomplete': {
      happened: 'The file has not arrived completely',
      safe: 'The part that arrived is kept.',
      cure: 'Continue the upload, then submit.',
    },
    'money.invalid': {
      happened: 'The amount is not written correctly',
      safe: 'Nothing was submitted.',
      cure: 'Write digits with at most two decimals, such as 1268400.50.',
    },
    'ledger.no_entry': { happened: 'The log has no such entry', cure: 'Check its index.' },
    'ledger.not_erasable': {
      happened: 'This entry stays: {type} is a public record, or the record of an erasure',
      safe: 'The log is unchanged.',
      cure: 'Only sealed records can be erased.',
    },
    'ledger.erased_already': {
      happened: 'This record is erased already',
      safe: 'The entry and the log stay valid.',
      cure: 'Nothing more needs to be done.',
    },
  },
};
