import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type Config } from '@server/platform';
import { HttpModule } from './http/http.module';
import { IdentityApiModule } from './identity/identity-api.module';
import { ClockController } from './platform/clock.controller';
import { FilesController } from './platform/files.controller';
import { HealthController } from './platform/health.controller';

/** The whole product behind HTTP and sockets. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.with(config), HttpModule, IdentityApiModule],
      controllers: [HealthController, ClockController, FilesController],
    };
  }
}
