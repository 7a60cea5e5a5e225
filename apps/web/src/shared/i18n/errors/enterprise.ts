import type { CodesOf, ErrorTexts } from './error-text';

/** The register of enterprises, and projects. */
export const enterpriseErrors: ErrorTexts<CodesOf<'enterprise'>> = {
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
  },
};
