import type { CodesOf, ErrorTexts } from './error-text';

/** The live hall. */
export const openingErrors: ErrorTexts<CodesOf<'opening'>> = {
  'zh-CN': {
    'opening.key_handed_in': {
      happened: '这份投标的钥匙已经交过了',
      safe: '先交的那一把有效。',
      cure: '不用再交，等待开启结果。',
    },
    'opening.wrong_key': {
      happened: '这把钥匙打不开这份投标',
      safe: '投标和会场记录都没有变。',
      cure: '换成递交这份投标时保存的钥匙文件再交。',
    },
    'opening.window_open': {
      happened: '解密时限还没有到，不能按缺席处理',
      safe: '会场记录没有变。',
      cure: '等时限结束，或等投标人交来钥匙。',
    },
    'opening.not_cosigned': {
      happened: '公开账本还没有得到足够的联署',
      safe: '投标和会场记录都保留着。',
      cure: '稍等片刻再试；一直不行请联系平台值班。',
    },
    'opening.sheet_malformed': {
      happened: '打开的开标一览表不合格式',
      safe: '密文原样保留，可以复核。',
      cure: '由主持人按规则处理这份投标。',
    },
    'opening.not_found': {
      happened: '没有找到这场开标',
      cure: '从今天的场次里再找一次。',
    },
    'opening.wrong_phase': {
      happened: '大厅现在的环节不能做这一步',
      safe: '会场记录没有变。',
      cure: '看上方的环节，到那一步再做。',
    },
    'opening.paused': {
      happened: '大厅已暂停',
      safe: '会场记录没有变。',
      cure: '恢复后再做。',
    },
    'opening.not_paused': {
      happened: '大厅没有暂停',
      safe: '会场记录没有变。',
      cure: '刷新后看现在的状态。',
    },
    'opening.unknown_bid': {
      happened: '本场没有这份投标，或者还没轮到它',
      safe: '会场记录没有变。',
      cure: '按报价一览表的顺序进行。',
    },
    'opening.already_unsealed': {
      happened: '这份投标已经打开过了',
      safe: '以第一次打开的内容为准。',
      cure: '接着做下一份。',
    },
    'opening.lot_failed': {
      happened: '第 {lot} 标段已流标，投标原封退回',
      safe: '其他标段照常开标。',
      cure: '不用交钥匙。',
    },
    'opening.lot_not_begun': {
      happened: '还没有轮到第 {lot} 标段',
      safe: '会场记录没有变。',
      cure: '先按“下一标段”。',
    },
    'opening.no_next_lot': {
      happened: '现在不能转到第 {lot} 标段',
      safe: '会场记录没有变。',
      cure: '刷新后按标段顺序进行。',
    },
    'opening.still_sealed': {
      happened: '还有投标没有打开',
      safe: '会场记录没有变。',
      cure: '等解密时限结束，或全部打开后再唱标。',
    },
    'opening.unread_bids': {
      happened: '还有投标没有唱',
      safe: '会场记录没有变。',
      cure: '唱完再进入下一环节。',
    },
    'opening.unanswered_objections': {
      happened: '还有异议没有当场答复',
      safe: '会场记录没有变。',
      cure: '答复后再进入下一环节。',
    },
    'opening.unknown_objection': {
      happened: '没有找到这件异议',
      cure: '刷新会场记录再看。',
    },
    'opening.no_check_in': {
      happened: '这次开标不要求法定代表人到场签到',
      safe: '会场记录没有变。',
      cure: '不用签到。',
    },
    'opening.unknown_firm': {
      happened: '这家企业没有在本次开标中开启的投标',
      cure: '刷新会场再看。',
    },
    'opening.nobody_checked_in': {
      happened: '这家企业还没有人签到',
      safe: '会场记录没有变。',
      cure: '等签到后确认身份，或记录未到场。',
    },
    'opening.identity_confirmed': {
      happened: '主持人已经确认了到场人的身份',
      safe: '原来的记录有效。',
      cure: '不用再做。',
    },
    'opening.absence_recorded': {
      happened: '已经记录未到场',
      safe: '原来的记录有效。',
      cure: '有人晚到，可以由企业签到后再确认。',
    },
    'opening.coefficients_open': {
      happened: '开标后的公开抽取还没有结果',
      safe: '会场记录没有变，已唱的报价不受影响。',
      cure: '等抽取完成，再进入签字。',
    },
    'opening.attendance_open': {
      happened: '{firm} 的法定代表人是否到场还没有记录',
      safe: '会场记录没有变，投标不受影响。',
      cure: '确认身份，或记录未到场，再进入签字。',
    },
    'opening.already_signed': {
      happened: '你已经签过这份记录',
      safe: '原来的签字有效。',
      cure: '不用再签。',
    },
  },
  en: {
    'opening.key_handed_in': {
      happened: 'The key of this bid has been handed in already',
      safe: 'The first key handed in stands.',
      cure: 'Nothing more is needed; wait for the unsealing.',
    },
    'opening.wrong_key': {
      happened: 'This key does not open this bid',
      safe: 'The bid and the record are unchanged.',
      cure: 'Use the key file saved when this bid was submitted.',
    },
    'opening.window_open': {
      happened: 'The unsealing window is still open; nobody counts as absent yet',
      safe: 'The record is unchanged.',
      cure: 'Wait for the window to end, or for the bidder’s key.',
    },
    'opening.not_cosigned': {
      happened: 'The public ledger does not have enough cosignatures yet',
      safe: 'The bids and the record are kept.',
      cure: 'Try again in a moment; if it persists, call the platform’s duty desk.',
    },
    'opening.sheet_malformed': {
      happened: 'The opened price sheet does not have the required form',
      safe: 'The sealed file is kept as it was and can be checked.',
      cure: 'The host deals with this bid as the rules say.',
    },
    'opening.not_found': {
      happened: 'This opening was not found',
      cure: 'Look for it among today’s sessions.',
    },
    'opening.wrong_phase': {
      happened: 'This cannot be done in the present phase of the hall',
      safe: 'The record is unchanged.',
      cure: 'See the phase above and do it when it comes.',
    },
    'opening.paused': {
      happened: 'The hall is paused',
      safe: 'The record is unchanged.',
      cure: 'Do it after it resumes.',
    },
    'opening.not_paused': {
      happened: 'The hall is not paused',
      safe: 'The record is unchanged.',
      cure: 'Reload to see its state.',
    },
    'opening.unknown_bid': {
      happened: 'This bid is not in this hall, or not next',
      safe: 'The record is unchanged.',
      cure: 'Follow the order of the price table.',
    },
    'opening.already_unsealed': {
      happened: 'This bid is already open',
      safe: 'What was opened first stands.',
      cure: 'Go on with the next.',
    },
    'opening.lot_failed': {
      happened: 'Lot {lot} has failed; its bids go back unopened',
      safe: 'The other lots go on.',
      cure: 'No key is needed.',
    },
    'opening.lot_not_begun': {
      happened: 'Lot {lot} has not begun yet',
      safe: 'The hall’s record has not changed.',
      cure: 'Press “next lot” first.',
    },
    'opening.no_next_lot': {
      happened: 'Lot {lot} does not come next',
      safe: 'The hall’s record has not changed.',
      cure: 'Reload, and follow the order of the lots.',
    },
    'opening.still_sealed': {
      happened: 'Some bids are still sealed',
      safe: 'The record is unchanged.',
      cure: 'Wait for the end of the window, or until all are open.',
    },
    'opening.unread_bids': {
      happened: 'Some bids have not been read',
      safe: 'The record is unchanged.',
      cure: 'Read them before the next phase.',
    },
    'opening.unanswered_objections': {
      happened: 'Some objections have no answer yet',
      safe: 'The record is unchanged.',
      cure: 'Answer them on the spot before the next phase.',
    },
    'opening.unknown_objection': {
      happened: 'This objection was not found',
      cure: 'Reload the record and look again.',
    },
    'opening.no_check_in': {
      happened: 'No legal representative has to sign in at this opening',
      safe: 'The record of the hall is unchanged.',
      cure: 'Nothing needs to be done.',
    },
    'opening.unknown_firm': {
      happened: 'This firm has no bid that is opened here',
      cure: 'Reload the hall and look again.',
    },
    'opening.nobody_checked_in': {
      happened: 'Nobody has checked in for this firm',
      safe: 'The record of the hall is unchanged.',
      cure: 'Confirm the identity after the check-in, or record the absence.',
    },
    'opening.identity_confirmed': {
      happened: 'The host has confirmed who attends',
      safe: 'What was recorded stands.',
      cure: 'Nothing needs to be done.',
    },
    'opening.absence_recorded': {
      happened: 'The absence is recorded already',
      safe: 'What was recorded stands.',
      cure: 'Who comes late may check in, and is confirmed then.',
    },
    'opening.coefficients_open': {
      happened: 'The draw after the opening has no result yet',
      safe: 'The record is unchanged, and so are the prices that were read.',
      cure: 'Wait for the draw, then begin the signing.',
    },
    'opening.attendance_open': {
      happened: 'Whether the legal representative of {firm} attends is not recorded yet',
      safe: 'The record of the hall is unchanged, and no bid is touched.',
      cure: 'Confirm the identity or record the absence, then begin the signing.',
    },
    'opening.already_signed': {
      happened: 'You have signed this record already',
      safe: 'The signature stands.',
      cure: 'Nothing more is needed.',
    },
  },
};
