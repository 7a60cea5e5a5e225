/** Languages of the report. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in every language of the report. */
export type Text = Readonly<Record<Language, string>>;

/** Faults and warnings by code; a code without a text is shown as it is. */
export const CODE_TEXTS: Readonly<Record<string, Text>> = {
  malformed: { zh: '内容格式不符', en: 'malformed' },
  key_id: { zh: '公钥编号与公钥不符', en: 'a key id does not belong to its key' },
  key_twice: { zh: '同一公钥出现两次', en: 'a key twice' },
  policy: { zh: '信任策略无效', en: 'the policy cannot be used' },
  quorum_too_small: { zh: '法定共签数过小', en: 'the quorum is too small' },
  other_policy: { zh: '不是你信任的日志或见证人', en: 'not the log or witnesses you trust' },
  'ledger.log_signature': { zh: '日志签名无效', en: 'the log’s signature is invalid' },
  'ledger.wrong_log': { zh: '检查点属于另一日志', en: 'a checkpoint of another log' },
  'ledger.note_malformed': { zh: '检查点格式不符', en: 'a malformed checkpoint' },
  'ledger.checkpoint_malformed': { zh: '检查点格式不符', en: 'a malformed checkpoint' },
  size: { zh: '检查点大小不符', en: 'a checkpoint of another size' },
  entries_uncovered: { zh: '有条目未被检查点覆盖', en: 'entries no checkpoint covers' },
  no_quorum: { zh: '见证人共签不足', en: 'too few witnesses cosigned' },
  entry: { zh: '日志条目无效', en: 'an invalid entry' },
  root: { zh: '重算的树根与签名的不同', en: 'another root than the signed one' },
  record: { zh: '披露的记录无效', en: 'an invalid record' },
  salt: { zh: '记录的盐值不符', en: 'the salt does not fit the record' },
  not_the_entry: { zh: '披露的记录不是日志中的那一条', en: 'not the record that was logged' },
  in_another_scope: {
    zh: '本项目的抽取、标底或截标被记在别处',
    en: 'a draw, base price or closing of this tender was logged elsewhere',
  },
  twice: { zh: '同一内容出现两次', en: 'the same thing twice' },
  nothing_of_it: {
    zh: '文件里没有这个项目的任何记录',
    en: 'the bundle holds no record of this tender',
  },
  number_twice: { zh: '记录号重复', en: 'a record number twice' },
  broken: { zh: '记录链断裂', en: 'the chain is broken' },
  hole: { zh: '记录链缺号', en: 'records are missing' },
  tender_closed: { zh: '归档记录无效', en: 'an invalid closing of the tender' },
  after_tender_closed: { zh: '归档之后仍有记录', en: 'records after the tender was closed' },
  opening: { zh: '开标设置无效', en: 'invalid opening settings' },
  opening_missing: { zh: '缺少开标设置', en: 'opening settings are missing' },
  deadline_moved_late: {
    zh: '截止时间过后改动截止时间',
    en: 'the deadline was moved after it had passed',
  },
  scope: { zh: '记录归属不符', en: 'a record in the wrong scope' },
  object_missing: { zh: '缺少投标对象', en: 'a bid object is missing' },
  hash: { zh: '投标对象与登记的摘要不符', en: 'the bid object is not the one that was logged' },
  signature: { zh: '投标签名无效', en: 'the bid’s signature is invalid' },
  unknown_key: { zh: '签名公钥不属于该投标人', en: 'the signing key is not the bidder’s' },
  late: { zh: '投标晚于截止时间', en: 'a bid after the deadline' },
  after_the_closing: { zh: '截标之后仍有投标记录', en: 'a bid after the closing' },
  withdrawal: { zh: '撤回未经投标人签名', en: 'a withdrawal the bidder did not sign' },
  'seal.recipient_reused': { zh: '收件钥重复使用', en: 'a recipient was used twice' },
  'seal.bid_invalid': { zh: '投标对象不符合要求', en: 'the bid object breaks the rules' },
  before_the_deadline: { zh: '截标早于截止时间', en: 'closed before the deadline' },
  count: { zh: '数目不符', en: 'the count is wrong' },
  list: { zh: '截标名单与投标记录不一致', en: 'the closed list is not the bids' },
  before_the_closing: { zh: '密钥在截标之前释放', en: 'a key released before the closing' },
  before_the_opening: { zh: '密钥早于开标时间释放', en: 'a key released before the opening' },
  against_another_closing: {
    zh: '密钥针对另一截标名单',
    en: 'a key released against another closing',
  },
  for_a_bid_not_closed: {
    zh: '为名单外的投标释放密钥',
    en: 'a key for a bid that is not in the list',
  },
  share_without_holders: { zh: '不应有份额', en: 'a share where there are no holders' },
  key_in_threshold_mode: {
    zh: '门限模式下不应有投标人密钥',
    en: 'a bidder’s key in threshold mode',
  },
  release_decision: {
    zh: '释放决定未经监督人签名',
    en: 'a release decision without the supervisor’s signature',
  },
  stage_decision: {
    zh: '进入下一阶段的决定无效',
    en: 'a decision that opens the next stage does not hold',
  },
  stage_before_its_time: {
    zh: '前一阶段的信封未全部开启就进入下一阶段',
    en: 'a stage decided before the envelopes of the one before had ended',
  },
  admitted_though_failed: {
    zh: '前一阶段未能开启的投标进入了下一阶段',
    en: 'a bid goes on though an envelope of it failed',
  },
  before_its_stage: {
    zh: '信封在进入该阶段的决定之前开启',
    en: 'a key or an announcement before the decision that opens its stage',
  },
  secret_of_restricted: {
    zh: '不公开信封的密钥被写入日志',
    en: 'the key of a restricted envelope stands in the log',
  },
  secret_withheld: {
    zh: '公开信封的密钥没有公开',
    en: 'the key of a public envelope was withheld',
  },
  content_of_restricted: {
    zh: '宣布了不公开信封的内容',
    en: 'the content of a restricted envelope was announced',
  },
  another_secret: { zh: '密钥与日志中的指纹不符', en: 'a key is not the one of the log' },
  delivery: { zh: '送达的密钥与宣布的不符', en: 'a delivery is not of the announced key' },
  delivered_to_another: {
    zh: '密钥送给了项目未列明的人',
    en: 'a key was delivered to somebody the tender does not name',
  },
  announced_twice: { zh: '同一信封宣布两次', en: 'an envelope announced twice' },
  another_verdict: { zh: '宣布的结论与重算不符', en: 'another verdict than the announced one' },
  another_manifest: { zh: '清单与宣布的不符', en: 'another manifest than the announced one' },
  another_content: {
    zh: '唱标内容与密封内容不符',
    en: 'announced content is not the sealed content',
  },
  never_opened: { zh: '有应开启的信封从未开启', en: 'an envelope was never opened' },
  plan_invalid: { zh: '公布的评标办法不能用', en: 'the published evaluation plan is not one' },
  coefficients_of_another_plan: {
    zh: '系数不是从公布的取值中抽取的，或样本、同分顺序不是从全部打开的投标中抽取的',
    en: 'the draw was not over the published values and all opened bids',
  },
  coefficients_drawn_early: {
    zh: '系数在投标全部打开之前就开始抽取',
    en: 'the draw of the coefficients began before every bid was open',
  },
  coefficients_mismatch: {
    zh: '所用系数不是抽出的系数',
    en: 'the coefficients used are not those drawn',
  },
  orders_mismatch: {
    zh: '所用的样本顺序或同分顺序不是抽出的顺序',
    en: 'the orders of bids used are not those drawn',
  },
  reported_twice: { zh: '评标报告不止一份', en: 'there is more than one report' },
  judged_twice: { zh: '同一投标评了两次', en: 'a bid was judged twice' },
  bid_left_out: { zh: '有打开的投标没有评', en: 'an opened bid was left out' },
  ranked_unopened: { zh: '排名的投标没有打开过', en: 'a bid was ranked that was never opened' },
  ranks_not_computable: {
    zh: '按公布的办法算不出这个名次',
    en: 'the published plan does not give these ranks',
  },
  rank_mismatch: {
    zh: '名次、报价或得分与重算的不同',
    en: 'a rank, price or score differs from the computation',
  },
  blind_without_plan: {
    zh: '公布的办法没有暗标评审，报告却有',
    en: 'a blind review in the report that the published plan does not have',
  },
  blind_not_committed: {
    zh: '截标前没有承诺暗标编号的随机数',
    en: 'no commitment to the nonce of the codes before the closing',
  },
  blind_not_opened: {
    zh: '报告之前没有公开暗标编号，或公开不止一次',
    en: 'the codes were not opened once before the report',
  },
  blind_mismatch: {
    zh: '暗标编号与承诺的随机数和截标记录算出的不同',
    en: 'codes that do not follow from the committed nonce and the closing',
  },
  blind_mark_changed_early: {
    zh: '暗标公开之前就改过分数',
    en: 'a mark changed before the names were opened',
  },
  candidates_of_another_law: {
    zh: '公告写的候选人数上限与所依规则不符',
    en: 'the notice states another limit of candidates than its rule set',
  },
  not_a_package: {
    zh: '不是本平台的归档包，或者已被改动',
    en: 'no archive package of this form, or one that was changed',
  },
  file_missing: { zh: '归档包缺少文件', en: 'a file of the package is missing' },
  file_twice: { zh: '清单中文件重复', en: 'a file is listed twice' },
  file_changed: { zh: '文件与清单的指纹不符', en: 'a file differs from its fingerprint' },
  file_unlisted: { zh: '归档包中有清单以外的文件', en: 'a file the manifest does not name' },
  manifest_signature: {
    zh: '清单不是由本包日志的平台签名',
    en: 'the manifest is not signed by the platform of this log',
  },
  of_another_tender: { zh: '清单属于另一个项目', en: 'the manifest of another tender' },
  demo_mismatch: {
    zh: '清单与日志对是否演示数据说法不一',
    en: 'manifest and log disagree on whether this is demo data',
  },
  record_order: { zh: '合同记录次序不对', en: 'records of contracts out of order' },
  record_of_another: {
    zh: '合同记录不属于本项目',
    en: 'a record that is not of this tender’s contracts',
  },
  contract_changed: {
    zh: '合同与双方签署的内容不同',
    en: 'a contract differs from what both sides signed',
  },
  contract_not_concluded: {
    zh: '日志中没有这份合同的签订记录',
    en: 'the log does not tell of this contract’s conclusion',
  },
  contract_life: {
    zh: '合同的履约记录与日志不同',
    en: 'the life of a contract differs from the log',
  },
  contract_departs: {
    zh: '合同当事人或金额与定标结果不同',
    en: 'a contract with another party or price than awarded',
  },
  contract_unprinted: { zh: '缺少合同文本', en: 'a contract without its paper' },
  contract_missing: { zh: '日志中签订的合同不在包内', en: 'a concluded contract is missing' },
  not_the_choice: {
    zh: '公示的候选人不是直接选定的单位或价格',
    en: 'the published candidate is not the firm or price that was chosen',
  },
  chosen_twice: { zh: '直接选定不止一次', en: 'chosen more than once' },
  nothing_drawn: { zh: '公示了摇号结果，却没有有效的抽取', en: 'a drawn order without a draw' },
  not_the_drawn_order: {
    zh: '公示的候选人不是抽中的次序',
    en: 'the published candidates are not the drawn order',
  },
  award_without_candidates: { zh: '没有公示候选人就定标', en: 'an award without candidates' },
  award_to_another: {
    zh: '定标的不是第一候选人（已被跳过的除外）',
    en: 'an award to somebody other than the first candidate left',
  },
  base_price_of_another: {
    zh: '标底不属于本项目的这个标段',
    en: 'a base price of another tender or lot',
  },
  base_price_before_notice: {
    zh: '标底在公告之前密封',
    en: 'a base price sealed before the notice',
  },
  base_price_twice: { zh: '同一标段密封了两个标底', en: 'two base prices for one lot' },
  base_price_late: {
    zh: '标底在截标之后密封',
    en: 'a base price sealed after the deadline or the closing',
  },
  base_price_early: {
    zh: '投标没有全部开启，标底就公开了',
    en: 'a base price opened before all bids were open',
  },
  base_price_of_failed_lot: {
    zh: '流标标段的标底被公开',
    en: 'the base price of a failed lot was opened',
  },
  base_price_opened_twice: { zh: '标底公布了两次', en: 'a base price opened twice' },
  base_price_not_sealed: {
    zh: '公布的标底不是密封的标底',
    en: 'the announced base price is not the one that was sealed',
  },
  base_price_not_opened: {
    zh: '标底未公布（标底只作参考，不影响结果）',
    en: 'a base price was never opened (it is for reference only and decides nothing)',
  },
  stage_not_reached: {
    zh: '投标未进入该阶段，信封未开启，原样退回',
    en: 'a bid did not reach this stage; its envelope goes back unopened',
  },
  'draw.malformed': { zh: '抽取记录格式不符', en: 'a malformed record of a draw' },
  'draw.spec_missing': { zh: '缺少抽取方案', en: 'the specification is missing' },
  'draw.not_one': { zh: '只应有一条的记录出现多条', en: 'more than one of what must be one' },
  'draw.spec_invalid': { zh: '抽取方案不合规', en: 'the specification breaks the rules' },
  'draw.attempt_chain': { zh: '抽取次数与作废记录不符', en: 'attempts and voids do not fit' },
  'draw.source_after_void': {
    zh: '锁定后作废，重抽仍用托管随机数',
    en: 'escrow again after a void behind the lock',
  },
  'draw.lock_invalid': { zh: '锁定记录无效', en: 'an invalid lock' },
  'draw.input_signature': { zh: '参与方输入的签名无效', en: 'an input without a valid signature' },
  'draw.not_cosigned': { zh: '关键记录未获共签', en: 'a gate record was not cosigned' },
  'draw.too_late': { zh: '锁定晚于随机信标', en: 'locked after the beacon' },
  'draw.beacon': { zh: '随机信标无效', en: 'the beacon is invalid' },
  'draw.order': { zh: '步骤顺序不符', en: 'steps out of order' },
  'draw.deposit_missing': { zh: '缺少托管份额', en: 'a deposit is missing' },
  'draw.nonce_missing': { zh: '缺少随机数', en: 'a nonce is missing' },
  'draw.nonce_false': { zh: '随机数与承诺不符', en: 'a nonce breaks its commitment' },
  'draw.physical': { zh: '现场随机结果无效', en: 'the dice are invalid' },
  'draw.bids_mismatch': {
    zh: '参与抽取的投标与截标名单不符',
    en: 'the bids of the draw are not the closed ones',
  },
  'draw.bids_not_open': {
    zh: '投标未全部开启即公布随机数',
    en: 'randomness known before all bids were open',
  },
  'draw.seed_mismatch': { zh: '种子与重算不符', en: 'another seed' },
  'draw.result_mismatch': { zh: '结果与重算不符', en: 'another result' },
  'draw.event_mismatch': { zh: '替补与重算不符', en: 'another replacement' },
  'draw.table_mismatch': { zh: '披露的名册与承诺不符', en: 'the pool is not the committed one' },
  'draw.name_mismatch': { zh: '披露的姓名与名册不符', en: 'a name does not fit its row' },
  'draw.void_unsigned': {
    zh: '作废缺少独立参与方签名',
    en: 'a void without the independent signatures',
  },
  'draw.abandoned': { zh: '锁定之后没有结果也没有作废', en: 'locked, and neither result nor void' },
  certified_signature: { zh: 'SM2 证书签名无效', en: 'a certified SM2 signature does not hold' },
  certified_checked: {
    zh: 'SM2 证书签名已验（证书由谁签发、是否有效，请另行核对）',
    en: 'certified SM2 signatures hold (who issued the certificates is not checked here)',
  },
  certified_unchecked: {
    zh: 'SM2 证书签名未验（未安装 sm-crypto-v2）',
    en: 'certified SM2 signatures were not checked (sm-crypto-v2 is not installed)',
  },
  policy_of_the_bundle: {
    zh: '未指定你信任的见证人，采用文件自带的',
    en: 'no policy of your own was given; the bundle’s own was taken',
  },
  not_scanned: {
    zh: '只有回执，没有整个日志：所列记录已证明在日志里，日志里还有没有别的抽取，看不到',
    en: 'receipts only, not the whole log: the records are proven to be in it; another draw elsewhere in it could not be seen',
  },
  receipt: { zh: '回执格式不对', en: 'a malformed receipt' },
  receipt_without_quorum: {
    zh: '回执的检查点共签不足',
    en: 'the checkpoint of a receipt lacks its quorum',
  },
  entries_and_receipts: {
    zh: '日志条目和回执不能同时给出',
    en: 'entries and receipts do not go together',
  },
  without_quorum: { zh: '部分检查点共签不足', en: 'checkpoints without a quorum' },
  tender_still_open: {
    zh: '项目尚未归档，以后还会有记录',
    en: 'the tender is still open; more records will come',
  },
  not_disclosed_yet: { zh: '有记录尚未披露', en: 'records not disclosed yet' },
  not_closed_yet: { zh: '尚未截标', en: 'bids are not closed yet' },
  cosigned_late: {
    zh: '投标记录共签较晚（不影响效力）',
    en: 'a bid was cosigned late (still valid)',
  },
  lot_failed: {
    zh: '流标的标段与截止时的名单不符',
    en: 'a lot is said to have failed, which the closed list does not bear out',
  },
  of_a_failed_lot: {
    zh: '流标标段的投标被开启',
    en: 'a bid of a failed lot was opened',
  },
  lot_returned_unopened: {
    zh: '该标段投标不足，原封退回',
    en: 'too few bids for a lot: they went back unopened',
  },
  returned_unopened: {
    zh: '投标不足法定家数，信封未开启，原样退回',
    en: 'too few bids: the tender failed and the envelopes were returned unopened',
  },
  not_opened_yet: { zh: '信封尚未开启', en: 'an envelope is not open yet' },
  false_share: { zh: '有保管人交出错误份额', en: 'a holder handed in a false share' },
  'draw.called_but_not_named': {
    zh: '有被通知人未披露姓名',
    en: 'people were called who are not named',
  },
  'draw.seats_unfilled': { zh: '席位未满', en: 'seats stayed empty' },
  'draw.void': { zh: '抽取被作废', en: 'a draw was voided' },
  'draw.pending': { zh: '抽取尚未完成', en: 'a draw is not finished' },
  'draw.undisclosed': {
    zh: '名册尚未披露，结果还不能重算',
    en: 'the pool is not disclosed; the result cannot be recomputed yet',
  },
};

/** Sentences of the report. */
export const SENTENCES = {
  demo: {
    zh: '【演示】这是演示或测试数据，时钟可能被调整过，不具有任何效力。',
    en: 'DEMO: this is demo or test data; its clock may have been moved. It has no force.',
  },
  accepted: { zh: '核验通过', en: 'VERIFIED' },
  acceptedSoFar: { zh: '截至目前核验通过', en: 'VERIFIED SO FAR' },
  refused: { zh: '核验失败', en: 'NOT VERIFIED' },
  tender: { zh: '项目', en: 'tender' },
  log: { zh: '日志', en: 'log' },
  witnesses: { zh: '见证人', en: 'witnesses' },
  period: { zh: '共签时间', en: 'cosigned' },
  contents: { zh: '开标内容', en: 'contents' },
  draws: { zh: '抽取', en: 'draws' },
  warnings: { zh: '提示', en: 'warnings' },
  claim: {
    zh: '含义：所列内容在共签时间之前已记录，此后未被更改或删除——除非法定数量的见证人与平台串通。不证明所记录内容属实。',
    en: 'Meaning: all this was recorded before it was cosigned, and nothing recorded was changed or removed since, unless a quorum of the witnesses colluded with the platform. It does not show that what was recorded is true.',
  },
} as const satisfies Readonly<Record<string, Text>>;
