import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '@server/platform';
import { LedgerModule } from '@server/ledger';
import { Accounts } from './accounts';
import { Administer } from './administer';
import { AdministrationLog } from './administration-log';
import { CertificateAuthority } from './certificates/certificate-authority';
import { CERTIFICATE_ENTITIES } from './certificates/certificate.entity';
import { CertificateRows } from './certificates/certificates.store';
import { CertificateSignIn } from './certificates/certificate-sign-in';
import { X509Authority } from './certificates/x509-authority';
import { IDENTITY_ENTITIES } from './identity.entity';
import { OwnFiles } from './own-files';
import { Passwords } from './passwords';
import { People } from './people.store';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';
import { SessionRows } from './sessions.store';
import { SignIn } from './sign-in';
import { Tokens } from './tokens';

const FACE = [
  Accounts,
  Administer,
  AdministrationLog,
  CertificateSignIn,
  OwnFiles,
  Passwords,
  People,
  SecondFactor,
  Sessions,
  SignIn,
  Tokens,
];

/** Who people are, and what they may act as. */
@Module({
  imports: [
    LedgerModule,
    TypeOrmModule.forFeature([...IDENTITY_ENTITIES, ...CERTIFICATE_ENTITIES]),
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        secret: config.settings.JWT_SECRET,
        signOptions: { algorithm: 'HS256' },
      }),
    }),
  ],
  providers: [
    ...FACE,
    CertificateRows,
    SessionRows,
    { provide: CertificateAuthority, useClass: X509Authority },
  ],
  exports: FACE,
})
export class IdentityModule {}
