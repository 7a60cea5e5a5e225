import { Module } from '@nestjs/common';
import { DemoModule } from '@server/demo';
import { DemoController } from './demo.controller';

@Module({ imports: [DemoModule], controllers: [DemoController] })
export class DemoApiModule {}
