import { Module } from '@nestjs/common';
import { SignUpModule } from '@server/sign-up';
import { TenderModule } from '@server/tender';
import { SignUpController } from './sign-up.controller';

@Module({ imports: [SignUpModule, TenderModule], controllers: [SignUpController] })
export class SignUpApiModule {}
