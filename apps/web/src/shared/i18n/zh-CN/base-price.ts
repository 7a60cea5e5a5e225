/** The base price. */
export const basePriceChinese = {
  'basePrice.title': '标底',
  'basePrice.ofLot': '第{number}标段标底',
  'basePrice.lead':
    '设标底的，在截止时间前密封。标底只在你的电脑里，平台只收到承诺值，开标前谁也看不到；一个标段只能密封一次，不能改。',
  'basePrice.amount': '标底金额',
  'basePrice.amountHint': '含税总价，精确到分',
  'basePrice.make': '生成标底文件',
  'basePrice.keep': '标底 {price} 元。先下载标底文件并保存好：开标时要用它公布，丢了谁也恢复不了。',
  'basePrice.download': '下载标底文件',
  'basePrice.again': '重新填',
  'basePrice.saved': '标底文件已保存，除经办人外没有人看得到',
  'basePrice.seal': '密封标底',
  'basePrice.sealedAt': '已于 {at} 密封。承诺值：',
  'basePrice.stillSealed': '已密封，开标时公布',
  'basePrice.notOpened': '标底未公布',
  'basePrice.reference':
    '标底只作评标参考，不得以接近标底为中标条件，也不得以超过标底浮动范围否决投标。',
  'basePrice.open': '公布标底',
  'basePrice.openText': '用招标人的标底文件公布。唱标到进入签字之前都可以；进入签字后不能再公布。',
  'basePrice.choose': '选择标底文件',
  'basePrice.otherFile': '这不是这个项目的标底文件',
  'basePrice.read': '标底文件已就绪，按下面的按钮，全场立即看到。',
  'basePrice.openAct': '向全场公布标底',
  'basePrice.notYet': '标底还没有公布，进入签字后不能再公布。',
  'hallEvent.basePrice': '公布标底：{price} 元，仅供参考',
  'hallEvent.basePriceLot': '公布第{lot}标段标底：{price} 元，仅供参考',
} as const;
