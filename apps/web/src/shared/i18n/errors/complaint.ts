import type { CodesOf, ErrorTexts } from './error-text';

/** Texts for complaints. */
export const complaintErrors: ErrorTexts<CodesOf<'complaint'>> = {
  'zh-CN': {
    'complaint.not_found': {
      happened: '没有找到这份投诉',
      cure: '处理决定作出前，投诉只有当事人和监督部门能看到。',
    },
    'complaint.wrong_state': {
      happened: '投诉已经到了下一步',
      cure: '刷新页面，看它现在到哪一步。',
    },
    'complaint.text_missing': {
      happened: '有必须写明的内容没有写',
      cure: '把事实、请求、利害关系或者理由写上再提交。',
    },
    'complaint.day_impossible': {
      happened: '这个日期不可能',
      cure: '知道之日不能晚于提出异议之日，期限要在今天以后。',
    },
    'complaint.too_late': {
      happened: '已经超过投诉的期限',
      cure: '仍有线索的，可以向监督部门举报。',
    },
    'complaint.objection_first': {
      happened: '这类事项要先向招标人提出异议（质疑）',
      cure: '在项目页提出异议，收到答复或者答复期满后再投诉。',
    },
    'complaint.objection_waiting': {
      happened: '异议（质疑）还在答复期内',
      cure: '等到答复，或者答复期满后再投诉，这段时间不计入投诉期限。',
    },
    'complaint.same_matter': {
      happened: '同一事项已经投诉过',
      cure: '在办的看它的进展；已经决定的，要有新的证据。',
    },
    'complaint.asked_once': { happened: '补正只能一次性告知', cure: '按现有材料决定是否受理。' },
    'complaint.correction_late': { happened: '补正的期限已过', cure: '请向监督部门说明情况。' },
    'complaint.ground_missing': { happened: '不予受理要有法定情形', cure: '选一项情形再提交。' },
    'complaint.answered_already': {
      happened: '被投诉人已经答复过',
      cure: '答复只有一次，刷新页面查看。',
    },
    'complaint.clock_stopped': {
      happened: '处理时限正在中止',
      cure: '检验、鉴定或者评审结束后，先恢复计时。',
    },
    'complaint.clock_running': { happened: '处理时限没有中止', cure: '刷新页面查看。' },
    'complaint.suspended_already': { happened: '活动已经暂停', cure: '刷新页面查看。' },
    'complaint.not_suspended': { happened: '活动没有因这份投诉暂停', cure: '刷新页面查看。' },
    'complaint.suspension_spent': {
      happened: '暂停已经满三十日',
      cure: '不能再暂停，请抓紧作出处理决定。',
    },
    'complaint.withdrawal_open': {
      happened: '撤回的请求正在等监督部门决定',
      cure: '等决定后再办。',
    },
    'complaint.withdrawal_unasked': { happened: '投诉人没有请求撤回', cure: '刷新页面查看。' },
    'complaint.order_missing': {
      happened: '投诉成立的，要写明责令什么',
      cure: '选一项处理，再作出决定。',
    },
    'complaint.order_impossible': {
      happened: '项目到了这一步，不能这样处理',
      cure: '换一项现在可以执行的处理；分标段的，投诉要指明标段。',
    },
    'complaint.contract_signed': {
      happened: '合同已经双方签订，平台上不能再改变结果',
      cure: '认定违法、不改变结果，损失由当事人依法主张。',
    },
    'complaint.other_authority': {
      happened: '这份投诉由另一个监督部门办理',
      cure: '请与办理的部门联系。',
    },
  },
  en: {
    'complaint.not_found': {
      happened: 'Complaint not found',
      cure: 'Until it is decided, a complaint is for its parties and the authority.',
    },
    'complaint.wrong_state': {
      happened: 'The complaint has moved on',
      cure: 'Load the page to see where it stands now.',
    },
    'complaint.text_missing': {
      happened: 'Something that must be said is missing',
      cure: 'Write it down, then send it again.',
    },
    'complaint.day_impossible': {
      happened: 'This day is not possible',
      cure: 'The day of knowing is no later than the objection; a term ends after today.',
    },
    'complaint.too_late': {
      happened: 'The time for a complaint is over',
      cure: 'Whoever knows of a breach may still report it to the authority.',
    },
    'complaint.objection_first': {
      happened: 'This matter wants an objection to the tenderer first',
      cure: 'Object on the page of the tender; complain when it is answered, or its answer is overdue.',
    },
    'complaint.objection_waiting': {
      happened: 'The objection may still be answered',
      cure: 'Wait for the answer or its last day: this time is not counted against you.',
    },
    'complaint.same_matter': {
      happened: 'The same matter was complained of before',
      cure: 'Follow the one under way; after a decision new evidence is needed.',
    },
    'complaint.asked_once': {
      happened: 'What is lacking can be asked for once only',
      cure: 'Decide on what there is.',
    },
    'complaint.correction_late': {
      happened: 'The time for the correction is over',
      cure: 'Please speak to the authority.',
    },
    'complaint.ground_missing': {
      happened: 'Not accepting needs a ground of law',
      cure: 'Choose one, then send it again.',
    },
    'complaint.answered_already': {
      happened: 'The respondent has answered already',
      cure: 'There is one answer. Load the page to read it.',
    },
    'complaint.clock_stopped': {
      happened: 'The clock stands still',
      cure: 'When the test or review is in, let the clock run first.',
    },
    'complaint.clock_running': {
      happened: 'The clock is running',
      cure: 'Load the page to see it.',
    },
    'complaint.suspended_already': {
      happened: 'The procedure is suspended already',
      cure: 'Load the page to see it.',
    },
    'complaint.not_suspended': {
      happened: 'This complaint suspends nothing',
      cure: 'Load the page to see it.',
    },
    'complaint.suspension_spent': {
      happened: 'The thirty days of suspension are used up',
      cure: 'It cannot be suspended again: please decide.',
    },
    'complaint.withdrawal_open': {
      happened: 'The wish to withdraw waits for the authority',
      cure: 'Wait for its answer.',
    },
    'complaint.withdrawal_unasked': {
      happened: 'Nobody asked to withdraw it',
      cure: 'Load the page to see it.',
    },
    'complaint.order_missing': {
      happened: 'An upheld complaint orders something',
      cure: 'Choose an order, then decide.',
    },
    'complaint.order_impossible': {
      happened: 'This cannot be ordered as the tender stands',
      cure: 'Choose an order that can be carried out; in a divided tender the complaint names its lot.',
    },
    'complaint.contract_signed': {
      happened: 'Both sides have signed the contract: the result cannot be changed here',
      cure: 'State the breach and leave the result; damages are for the courts.',
    },
    'complaint.other_authority': {
      happened: 'Another authority deals with this complaint',
      cure: 'Please turn to that authority.',
    },
  },
};
