import { Module } from '@nestjs/common';
import { IdentityModule } from '@server/identity';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { ConsortiumController } from './consortium.controller';
import { SignUpController } from './sign-up.controller';

@Module({
  imports: [IdentityModule, SignUpModule, TenderModule],
  controllers: [ConsortiumController, SignUpController],
})
export class SignUpApiModule {}
