import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '@server/platform';
import { LedgerModule } from '@server/ledger';
import { Accounts } from './accounts';
import { Administer } from './administer';
import { IDENTITY_ENTITIES } from './identity.entity';
import { Passwords } from './passwords';
import { People } from './people.store';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';
import { SessionRows } from './sessions.store';
import { SignIn } from './sign-in';
import { Tokens } from './tokens';

const FACE = [Accounts, Administer, Passwords, People, SecondFactor, Sessions, SignIn, Tokens];

/** Who people are, and what they may act as. */
@Module({
  imports: [
    LedgerModule,
    TypeOrmModule.forFeature(IDENTITY_ENTITIES),
    JwtModule.registerAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        secret: config.settings.JWT_SECRET,
        signOptions: { algorithm: 'HS256' },
      }),
    }),
  ],
  providers: [...FACE, SessionRows],
  exports: FACE,
})
export class IdentityModule {}
