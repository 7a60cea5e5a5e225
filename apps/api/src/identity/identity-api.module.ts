import { Module } from '@nestjs/common';
import { IdentityModule } from '@server/identity';
import { AuthController } from './auth.controller';
import { MeController } from './me.controller';

@Module({ imports: [IdentityModule], controllers: [AuthController, MeController] })
export class IdentityApiModule {}
