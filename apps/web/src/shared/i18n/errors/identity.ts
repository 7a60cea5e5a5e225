import type { CodesOf, ErrorTexts } from './error-text';

/** Accounts, sessions and permissions. */
export const identityErrors: ErrorTexts<CodesOf<'identity'>> = {
  'zh-CN': {
    'identity.not_signed_in': {
      happened: '还没有登录',
      cure: '登录后再做这一步。',
    },
    'identity.session_ended': {
      happened: '登录已过期',
      safe: '你填的内容还在这个页面上。',
      cure: '重新登录后可以接着做。',
    },
    'identity.wrong_credentials': {
      happened: '用户名或密码不对',
      cure: '核对大小写再试；忘了密码请本单位管理员重置。',
    },
    'identity.totp_required': {
      happened: '这个账号还要动态码',
      cure: '打开手机上的验证器，输入 6 位数字。',
    },
    'identity.totp_wrong': {
      happened: '动态码不对，或者已经用过',
      cure: '等验证器换下一个数字再输入；手机时间要准。',
    },
    'identity.locked': {
      happened: '连续输错太多次，这个账号暂时锁住',
      safe: '账号里的内容没有变。',
      cure: '过一会儿再试；如果不是你在试，登录后立即改密码。',
    },
    'identity.password_weak': {
      happened: '新密码不合要求：要 {min} 到 {max} 个字符',
      safe: '密码还是原来的。',
      cure: '换一句更长、容易记的话。',
    },
    'identity.username_taken': {
      happened: '这个用户名已经有人用了',
      safe: '你填的其他内容都保留着。',
      cure: '换一个用户名。',
    },
    'identity.totp_already_set': {
      happened: '动态码已经启用',
      cure: '换手机时请安全管理员先停用旧的。',
    },
    'identity.totp_not_begun': {
      happened: '动态码还没有开始设置',
      cure: '先点“设置动态码”，扫码后再输入数字。',
    },
    'identity.certificates_off': {
      happened: '这个网站没有开通证书登录',
      cure: '用密码登录；要开通请找系统管理员。',
    },
    'identity.certificate_malformed': {
      happened: '这不是能用的证书或签名',
      cure: '选本人的证书文件（PEM），不要选 CA 的根证书。',
    },
    'identity.certificate_expired': {
      happened: '证书不在有效期内',
      cure: '到发证机构更新证书，再登记一次。',
    },
    'identity.certificate_untrusted': {
      happened: '证书不是本网站认可的机构签发的',
      cure: '把中间证书一起附上；还不行，请问系统管理员认可哪些机构。',
    },
    'identity.certificate_signature': {
      happened: '签名和证书对不上',
      cure: '证书和私钥要是同一对；重新取一次挑战码再签。',
    },
    'identity.certificate_not_enrolled': {
      happened: '这张证书没有登记在任何账号下',
      cure: '先用密码登录，在“我的账户”里登记证书。',
    },
    'identity.certificate_taken': {
      happened: '这张证书已经登记过',
      safe: '没有改动任何记录。',
      cure: '一张证书只能登记在一个人名下。',
    },
    'identity.challenge_ended': {
      happened: '挑战码已失效或已用过',
      cure: '重新开始一次；从取码到签好要在三分钟内。',
    },
    'identity.still_open': {
      happened: '账号还在使用，不能删除个人信息',
      safe: '没有改动任何记录。',
      cure: '先停用账号，再删除。',
    },
    'identity.no_permission': {
      happened: '你现在的身份不能做这一步',
      safe: '没有改动任何记录。',
      cure: '如果你还有别的身份，在右上角切换后再试。',
    },
    'identity.acts_for_nobody': {
      happened: '你现在没有代表任何单位',
      safe: '没有改动任何记录。',
      cure: '在右上角选择代表的单位。',
    },
    'identity.no_such_membership': {
      happened: '你不能代表这个单位',
      safe: '没有改动任何记录。',
      cure: '请这个单位的管理员先把你加进来。',
    },
    'identity.no_such_organisation': {
      happened: '没有这个单位',
      safe: '没有改动任何记录。',
      cure: '刷新名单，重新选择。',
    },
    'identity.no_such_person': {
      happened: '没有这个账号',
      safe: '没有改动任何记录。',
      cure: '刷新名单，重新选择。',
    },
    'identity.not_oneself': {
      happened: '不能给自己授权、撤权或停用自己的账号',
      safe: '没有改动任何记录。',
      cure: '请另一位安全管理员办理。',
    },
    'identity.no_such_session': {
      happened: '这个登录已经不在了',
      cure: '刷新登录记录，看现在的状态。',
    },
    'identity.roles_conflict': {
      happened: '同一个人不能同时担任这两个岗位',
      safe: '没有改动任何记录。',
      cure: '把其中一个岗位交给别人。',
    },
    'identity.role_does_not_fit': {
      happened: '这个单位没有这种岗位',
      safe: '没有改动任何记录。',
      cure: '换一个岗位，或者换一个单位。',
    },
  },
  en: {
    'identity.not_signed_in': {
      happened: 'You are not signed in',
      cure: 'Sign in, then do this again.',
    },
    'identity.session_ended': {
      happened: 'Your session has ended',
      safe: 'What you typed is still on this page.',
      cure: 'Sign in again to go on.',
    },
    'identity.wrong_credentials': {
      happened: 'The user name or the password is wrong',
      cure: 'Check upper and lower case and try again; your administrator can reset a forgotten password.',
    },
    'identity.totp_required': {
      happened: 'This account also needs a code',
      cure: 'Open the authenticator on your phone and enter its 6 digits.',
    },
    'identity.totp_wrong': {
      happened: 'The code is wrong or was used before',
      cure: 'Wait for the next one and enter it; the phone’s clock must be right.',
    },
    'identity.locked': {
      happened: 'Too many wrong attempts; the account is locked for a while',
      safe: 'Nothing in the account changed.',
      cure: 'Try again later. If it was not you, change the password once you are in.',
    },
    'identity.password_weak': {
      happened: 'The new password must have {min} to {max} characters',
      safe: 'The password is still the old one.',
      cure: 'Choose a longer sentence you can remember.',
    },
    'identity.username_taken': {
      happened: 'This user name is taken',
      safe: 'Everything else you typed is kept.',
      cure: 'Choose another user name.',
    },
    'identity.totp_already_set': {
      happened: 'The code is already on',
      cure: 'For a new phone, ask the security administrator to turn the old one off first.',
    },
    'identity.totp_not_begun': {
      happened: 'The code has not been set up yet',
      cure: 'Start the set-up, scan, then enter the digits.',
    },
    'identity.certificates_off': {
      happened: 'This site does not take certificates',
      cure: 'Sign in with your password, or ask the system administrator to switch certificates on.',
    },
    'identity.certificate_malformed': {
      happened: 'This is no usable certificate or signature',
      cure: "Choose your own certificate (PEM), not the authority's root.",
    },
    'identity.certificate_expired': {
      happened: 'The certificate is not valid today',
      cure: 'Have it renewed by its issuer and enrol it again.',
    },
    'identity.certificate_untrusted': {
      happened: 'No authority this site trusts has issued the certificate',
      cure: 'Add the intermediate certificates; if that fails, ask the administrator which authorities count.',
    },
    'identity.certificate_signature': {
      happened: 'The signature does not belong to the certificate',
      cure: 'Certificate and key must be a pair. Ask for a fresh challenge and sign that.',
    },
    'identity.certificate_not_enrolled': {
      happened: 'Nobody has enrolled this certificate',
      cure: 'Sign in with your password and enrol it under My account.',
    },
    'identity.certificate_taken': {
      happened: 'This certificate is enrolled already',
      safe: 'Nothing was changed.',
      cure: 'A certificate belongs to one person.',
    },
    'identity.challenge_ended': {
      happened: 'The challenge has ended or was used',
      cure: 'Begin again; asking and signing must take less than three minutes.',
    },
    'identity.still_open': {
      happened: 'The account is open, so its personal data stays',
      safe: 'Nothing was changed.',
      cure: 'Close the account first.',
    },
    'identity.no_permission': {
      happened: 'You may not do this in your present role',
      safe: 'No record was changed.',
      cure: 'If you have another role, switch to it at the top right and try again.',
    },
    'identity.acts_for_nobody': {
      happened: 'You act for nobody now',
      safe: 'No record was changed.',
      cure: 'Choose whom you act for at the top right.',
    },
    'identity.no_such_membership': {
      happened: 'You may not act for this organisation',
      safe: 'No record was changed.',
      cure: 'Ask its administrator to add you first.',
    },
    'identity.no_such_organisation': {
      happened: 'There is no such organisation',
      safe: 'No record was changed.',
      cure: 'Refresh the list and choose again.',
    },
    'identity.no_such_person': {
      happened: 'There is no such account',
      safe: 'No record was changed.',
      cure: 'Refresh the list and choose again.',
    },
    'identity.not_oneself': {
      happened: 'Nobody gives roles to himself, takes them from himself or closes his own account',
      safe: 'No record was changed.',
      cure: 'Ask another security administrator.',
    },
    'identity.no_such_session': {
      happened: 'This sign-in no longer exists',
      cure: 'Reload the list to see the present state.',
    },
    'identity.roles_conflict': {
      happened: 'One person may not hold both of these roles',
      safe: 'No record was changed.',
      cure: 'Give one of them to somebody else.',
    },
    'identity.role_does_not_fit': {
      happened: 'This organisation has no such role',
      safe: 'No record was changed.',
      cure: 'Choose another role or another organisation.',
    },
  },
};
