import { Module } from '@nestjs/common';
import { EnterpriseModule } from '@server/enterprise';
import { EnterpriseController } from './enterprise.controller';

@Module({ imports: [EnterpriseModule], controllers: [EnterpriseController] })
export class EnterpriseApiModule {}
