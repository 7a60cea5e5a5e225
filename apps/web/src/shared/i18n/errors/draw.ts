import type { CodesOf, ErrorTexts } from './error-text';

type DrawCode = CodesOf<'draw' | 'panel' | 'invitation'>;

/** Texts for draws and panels. */
export const drawErrors: ErrorTexts<DrawCode> = {
  'zh-CN': {
    'draw.not_found': { happened: '没有找到这次抽取', cure: '从项目页进入抽取再看一次。' },
    'draw.under_way': {
      happened: '这个项目的抽取已经开始',
      safe: '原来的抽取照常进行。',
      cure: '打开进行中的那一次。',
    },
    'draw.not_a_party': {
      happened: '你不是这次抽取的参与方',
      cure: '只有平台、监督部门和招标人各出一份随机数。',
    },
    'draw.wrong_phase': {
      happened: '现在还不到（或已过了）这一步',
      safe: '已经提交的内容都在。',
      cure: '刷新页面，看当前该做哪一步。',
    },
    'draw.already_given': {
      happened: '你们这一方已经提交过',
      safe: '以第一次提交的为准。',
      cure: '等其他参与方提交。',
    },
    'draw.key_invalid': {
      happened: '登记的密钥不能用，或别的参与方已经用了',
      safe: '没有登记。',
      cure: '重新生成密钥后再登记。',
    },
    'draw.input_invalid': {
      happened: '签名与这次抽取对不上',
      safe: '没有收下，抽取没有变。',
      cure: '用登记时的那台电脑重新提交。',
    },
    'draw.deposit_invalid': {
      happened: '托管的分片不完整',
      safe: '没有收下。',
      cure: '用登记时的那台电脑重新提交。',
    },
    'draw.deposit_order': { happened: '平台要先交存分片', cure: '等几秒再试。' },
    'draw.nonce_false': {
      happened: '公开的随机数与先前的承诺不符',
      safe: '没有收下。',
      cure: '用登记时的那台电脑重新提交。',
    },
    'draw.share_false': {
      happened: '分片打不开这一方的随机数',
      safe: '抽取没有变。',
      cure: '核对分片，或请另一持有人提交。',
    },
    'draw.reveal_window_open': {
      happened: '公开随机数的时间还没到，不能强制打开',
      cure: '等到页面上写的时间。',
    },
    'draw.spec_invalid': {
      happened: '抽取规则有误：{reason}',
      safe: '没有公布。',
      cure: '改正名额或专业后重新申请。',
    },
    'draw.void_unsigned': {
      happened: '锁定之后作废，要监督部门和招标人都签名',
      safe: '抽取照常有效。',
      cure: '收齐签名后再作废。',
    },
    'draw.not_seated': { happened: '这个序号现在不在席位上', cure: '刷新页面看最新名单序号。' },
    'draw.beacon_needs_real_time': {
      happened: '演示时钟下不能用公共随机信标',
      safe: '原来选的方式不变。',
      cure: '改用三方托管，或现场掷骰子、摇球。',
    },
    'draw.escrow_after_void': {
      happened: '上一次在锁定之后作废，这一次不能再用三方托管',
      safe: '原来选的方式不变。',
      cure: '改用公共随机信标，或现场掷骰子、摇球。',
    },
    'draw.throw_too_small': {
      happened: '骰子或球太少，随机性不够（{bits} 比特，至少 {least}）',
      safe: '原来选的方式不变。',
      cure: '增加骰子或球的个数，20 个六面骰子就够。',
    },
    'draw.wrong_source': {
      happened: '这次抽取用的不是这种随机来源',
      safe: '抽取没有变。',
      cure: '刷新页面，看这次用的是哪一种。',
    },
    'draw.too_late': {
      happened: '见证签名来得太晚，约定的随机信标可能已被人知道',
      safe: '什么也没有抽出。',
      cure: '请监督部门和招标人签名作废，再抽一次。',
    },
    'draw.round_false': {
      happened: '这不是第 {round} 轮的随机信标',
      safe: '没有收下，抽取没有变。',
      cure: '核对轮次，重新抄录 96 位十六进制数。',
    },
    'draw.symbols_invalid': {
      happened: '点数不对：应为 {symbolCount} 个，每个 1 到 {symbolMax}',
      safe: '没有录入。',
      cure: '按现场摆放的顺序重新录入。',
    },
    'draw.physical_unsigned': {
      happened: '在场签名不够：{signers} 个，需要 {needed} 个',
      safe: '录入的点数还在。',
      cure: '请监督部门和招标人核对后签名。',
    },
    'panel.not_found': { happened: '没有找到这个评标委员会', cure: '从项目页再找一次。' },
    'panel.exists': {
      happened: '这个项目已经申请过评标委员会',
      safe: '原来的申请有效。',
      cure: '打开原来的申请查看进度。',
    },
    'panel.size_unlawful': {
      happened: '评标委员会的组成不合规定',
      safe: '没有提交。',
      cure: '人数为单数且不少于 5 人，专家不少于三分之二。',
    },
    'panel.seats_mismatch': {
      happened: '各专业名额加起来不等于专家人数',
      cure: '改成总人数减去招标人代表的人数。',
    },
    'panel.specialty_unknown': {
      happened: '专业“{specialty}”不在分类表里，或写了两次',
      cure: '从分类表中选，每个专业写一次。',
    },
    'panel.meeting_too_early': {
      happened: '评标时间早于投标截止时间',
      cure: '选一个截止之后的时间。',
    },
    'panel.too_few_experts': {
      happened: '合格的专家不够抽取',
      safe: '没有开始抽取。',
      cure: '减少该专业名额，或补充专家库。',
    },
    'panel.wrong_state': {
      happened: '评标委员会现在的状态不能做这一步',
      cure: '刷新页面看当前状态。',
    },
    'invitation.not_found': { happened: '没有找到这份邀请', cure: '回到邀请列表再看一次。' },
    'invitation.answered': {
      happened: '这份邀请已经有了答复',
      safe: '以第一次答复为准。',
      cure: '如有变化，打电话给交易中心。',
    },
    'invitation.too_late': {
      happened: '答复时间已过，已邀请下一位',
      cure: '不需要再做什么。',
    },
    'invitation.too_early': {
      happened: '还没到签到时间',
      cure: '评标时间到了、开标结束后再签到。',
    },
    'invitation.not_callable': {
      happened: '这一席现在不需要再呼叫',
      safe: '可能已经答复、正在通话，或本系统未启用语音呼叫。',
      cure: '看一下该席位的最新状态。',
    },
    'invitation.call_later': {
      happened: '现在不能拨打这个号码',
      safe: '夜间不打扰专家，同一号码也不能打得太密。',
      cure: '到页面显示的时间会自动再打。',
    },
  },
  en: {
    'draw.not_found': {
      happened: 'This draw was not found',
      cure: 'Open it again from the tender.',
    },
    'draw.under_way': {
      happened: 'The draw of this tender has begun already',
      safe: 'That draw goes on.',
      cure: 'Open the one under way.',
    },
    'draw.not_a_party': {
      happened: 'You are not a party to this draw',
      cure: 'Platform, supervisor and tenderer contribute, one each.',
    },
    'draw.wrong_phase': {
      happened: 'It is not time for this step, or it is over',
      safe: 'What was given so far is kept.',
      cure: 'Reload the page to see which step is next.',
    },
    'draw.already_given': {
      happened: 'Your side has given this already',
      safe: 'The first one counts.',
      cure: 'Wait for the other parties.',
    },
    'draw.key_invalid': {
      happened: 'These keys cannot be used, or another party uses them',
      safe: 'Nothing was enrolled.',
      cure: 'Make new keys and enrol again.',
    },
    'draw.input_invalid': {
      happened: 'The signature does not belong to this draw',
      safe: 'It was not taken; the draw is unchanged.',
      cure: 'Use the computer you enrolled with.',
    },
    'draw.deposit_invalid': {
      happened: 'The deposited shares are not complete',
      safe: 'They were not taken.',
      cure: 'Use the computer you enrolled with.',
    },
    'draw.deposit_order': {
      happened: 'The platform deposits first',
      cure: 'Try again in a few seconds.',
    },
    'draw.nonce_false': {
      happened: 'The number is not the one committed to',
      safe: 'It was not taken.',
      cure: 'Use the computer you enrolled with.',
    },
    'draw.share_false': {
      happened: 'The shares do not open this party’s number',
      safe: 'The draw is unchanged.',
      cure: 'Check the share, or ask the other holder.',
    },
    'draw.reveal_window_open': {
      happened: 'The time to reveal is not over, so nobody is forced open yet',
      cure: 'Wait until the time shown.',
    },
    'draw.spec_invalid': {
      happened: 'The rules of the draw are not lawful: {reason}',
      safe: 'Nothing was announced.',
      cure: 'Correct seats or specialties and ask again.',
    },
    'draw.void_unsigned': {
      happened: 'After the lock, giving up needs the signatures of supervisor and tenderer',
      safe: 'The draw stays valid.',
      cure: 'Collect both signatures first.',
    },
    'draw.not_seated': {
      happened: 'This number holds no seat now',
      cure: 'Reload to see the current numbers.',
    },
    'draw.beacon_needs_real_time': {
      happened: 'A public beacon cannot be used while the clock is a demo clock',
      safe: 'The source chosen before stays.',
      cure: 'Use escrow by the three parties, or dice in the room.',
    },
    'draw.escrow_after_void': {
      happened: 'The attempt before was voided after its lock, so escrow is not allowed again',
      safe: 'The source chosen before stays.',
      cure: 'Use the public beacon, or dice in the room.',
    },
    'draw.throw_too_small': {
      happened: 'Too few dice or balls: {bits} bits, at least {least} are needed',
      safe: 'The source chosen before stays.',
      cure: 'Take more of them; twenty ordinary dice are enough.',
    },
    'draw.wrong_source': {
      happened: 'This draw uses another source of randomness',
      safe: 'The draw is unchanged.',
      cure: 'Reload to see which one.',
    },
    'draw.too_late': {
      happened: 'The witnesses signed too late: somebody may have known the round',
      safe: 'Nothing was drawn.',
      cure: 'Let supervisor and tenderer sign a void, and draw again.',
    },
    'draw.round_false': {
      happened: 'This is not round {round} of the beacon',
      safe: 'It was not taken; the draw is unchanged.',
      cure: 'Check the round, and copy the 96 hexadecimal digits again.',
    },
    'draw.symbols_invalid': {
      happened: 'Not this throw: {symbolCount} numbers from 1 to {symbolMax} are needed',
      safe: 'Nothing was entered.',
      cure: 'Enter them again in the order in which they lie.',
    },
    'draw.physical_unsigned': {
      happened: 'Too few of those present have signed: {signers} of {needed}',
      safe: 'What was entered is kept.',
      cure: 'Let supervisor and tenderer check and sign it.',
    },
    'panel.not_found': {
      happened: 'This panel was not found',
      cure: 'Look for it from the tender.',
    },
    'panel.exists': {
      happened: 'A panel was requested for this tender already',
      safe: 'That request stands.',
      cure: 'Open it to see how far it is.',
    },
    'panel.size_unlawful': {
      happened: 'The make-up of the panel is not lawful',
      safe: 'Nothing was submitted.',
      cure: 'An odd number, at least five, two thirds of them experts.',
    },
    'panel.seats_mismatch': {
      happened: 'The seats do not add up to the number of experts',
      cure: 'Make them the total less the tenderer’s own.',
    },
    'panel.specialty_unknown': {
      happened: 'The specialty “{specialty}” is not in the list, or stands twice',
      cure: 'Choose from the list, each once.',
    },
    'panel.meeting_too_early': {
      happened: 'The meeting is before the deadline for bids',
      cure: 'Choose a time after the deadline.',
    },
    'panel.too_few_experts': {
      happened: 'There are not enough eligible experts to draw from',
      safe: 'No draw was begun.',
      cure: 'Ask for fewer seats of that specialty, or enlarge the pool.',
    },
    'panel.wrong_state': {
      happened: 'The panel is not in a state for this step',
      cure: 'Reload the page to see where it stands.',
    },
    'invitation.not_found': {
      happened: 'This invitation was not found',
      cure: 'Look at your list of invitations again.',
    },
    'invitation.answered': {
      happened: 'This invitation has been answered',
      safe: 'The first answer counts.',
      cure: 'If something has changed, call the centre.',
    },
    'invitation.too_late': {
      happened: 'The time to answer is over; the next expert was invited',
      cure: 'There is nothing more to do.',
    },
    'invitation.too_early': {
      happened: 'It is too early to check in',
      cure: 'Check in at the meeting time, after the opening has ended.',
    },
    'invitation.not_callable': {
      happened: 'This seat needs no call now',
      safe: 'It may have been answered, be in a call, or calls may be switched off.',
      cure: 'Look at the present state of the seat.',
    },
    'invitation.call_later': {
      happened: 'This number may not be called now',
      safe: 'Nobody is rung at night, nor too often in a row.',
      cure: 'The call comes by itself at the time shown.',
    },
  },
};
