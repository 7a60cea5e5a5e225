import { Module } from '@nestjs/common';
import { ExpertModule } from '@server/expert';
import { ExpertController } from './expert.controller';

@Module({ imports: [ExpertModule], controllers: [ExpertController] })
export class ExpertApiModule {}
