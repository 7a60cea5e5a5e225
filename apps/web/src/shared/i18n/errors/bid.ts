import type { CodesOf, ErrorTexts } from './error-text';

/** Sealed bids. */
export const bidErrors: ErrorTexts<CodesOf<'bid' | 'seal'>> = {
  'zh-CN': {
    'bid.clarification_unseen': {
      happened: '第 {number} 号澄清你还没有看',
      safe: '还没有递交；你封好的文件和密钥都在这台电脑上。',
      cure: '打开澄清，确认已看，再递交。',
    },
    'bid.not_found': {
      happened: '没有找到这份投标',
      cure: '从我的投标里再找一次。',
    },
    'bid.wrong_state': {
      happened: '这份投标现在的状态不能做这一步',
      safe: '投标内容没有变。',
      cure: '刷新后看现在的状态。',
    },
    'bid.not_this_method': {
      happened: '这份招标不用这种方式递交',
      cure: '看招标公告规定的递交方式。',
    },
    'bid.signature_wrong': {
      happened: '签名核对不上',
      safe: '投标没有改变。',
      cure: '用递交时保存的钥匙文件再签一次。',
    },
    'bid.blob_missing': {
      happened: '密文还没有传完，不能递交',
      safe: '钥匙和文件都在你的电脑上。',
      cure: '把密文传完再递交。',
    },
    'bid.blob_differs': {
      happened: '传上来的密文和清单上的指纹不一致',
      safe: '投标没有递交，原文件没有变。',
      cure: '重新封存并上传。',
    },
    'seal.bid_malformed': {
      happened: '投标清单的格式读不懂',
      safe: '投标没有递交。',
      cure: '刷新页面，重新封存再递交。',
    },
    'seal.bid_invalid': {
      happened: '投标清单没有通过核对',
      safe: '投标没有递交，原文件没有变。',
      cure: '刷新页面，重新封存再递交。',
    },
    'seal.opening_invalid': {
      happened: '密钥保管方的设置没有通过核对',
      safe: '原来的设置没有变。',
      cure: '保管方各用一个编号，门限不超过人数，每张密钥卡须由保管方为本项目签发。',
    },
    'seal.no_holder_key': {
      happened: '这个保管方没有备用的钥匙了',
      safe: '原来的设置不变。',
      cure: '请保管方再制作一批，或换一个保管方。',
    },
    'seal.recipient_reused': {
      happened: '这把封标钥匙已经用过了',
      safe: '投标没有递交。',
      cure: '重新封存一次，会换一把新钥匙。',
    },
  },
  en: {
    'bid.clarification_unseen': {
      happened: 'You have not seen clarification {number}',
      safe: 'Nothing is submitted; what you sealed and its key are on this computer.',
      cure: 'Open the clarification, confirm that you have seen it, and submit.',
    },
    'bid.not_found': {
      happened: 'This bid was not found',
      cure: 'Look for it among your bids.',
    },
    'bid.wrong_state': {
      happened: 'The bid’s present state does not allow this',
      safe: 'The bid is unchanged.',
      cure: 'Reload to see its state.',
    },
    'bid.not_this_method': {
      happened: 'This tender takes bids in another way',
      cure: 'See the notice for how bids are submitted.',
    },
    'bid.signature_wrong': {
      happened: 'The signature does not match',
      safe: 'The bid is unchanged.',
      cure: 'Sign with the key file saved when the bid was submitted.',
    },
    'bid.blob_missing': {
      happened: 'The sealed files have not arrived completely',
      safe: 'The key and the files are on your computer.',
      cure: 'Finish the upload, then submit.',
    },
    'bid.blob_differs': {
      happened: 'A sealed file differs from the fingerprint in the list',
      safe: 'Nothing was submitted; your files are unchanged.',
      cure: 'Seal and upload again.',
    },
    'seal.bid_malformed': {
      happened: 'The bid’s list cannot be read',
      safe: 'Nothing was submitted.',
      cure: 'Reload the page, seal again and submit.',
    },
    'seal.bid_invalid': {
      happened: 'The bid’s list did not pass the check',
      safe: 'Nothing was submitted; your files are unchanged.',
      cure: 'Reload the page, seal again and submit.',
    },
    'seal.opening_invalid': {
      happened: 'The key holders did not pass the check',
      safe: 'The earlier setting stands.',
      cure: 'One number per holder, a threshold within their count, and each card signed by its holder for this tender.',
    },
    'seal.no_holder_key': {
      happened: 'This holder has no key left',
      safe: 'The settings are unchanged.',
      cure: 'Ask the holder to make another batch, or name somebody else.',
    },
    'seal.recipient_reused': {
      happened: 'This sealing key has been used before',
      safe: 'Nothing was submitted.',
      cure: 'Seal again; a new key is made.',
    },
  },
};
