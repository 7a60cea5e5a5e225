import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { formatInstant, parseInstant } from '@core/kernel';
import { ClockStore, Config, DomainError, LegalClock, SystemClock } from '@server/platform';
import { Public } from '../http/access';
import { UtcInstant, WholeNumber } from '../http/fields';

class ClockView {
  @ApiProperty() legal!: string;
  @ApiProperty() system!: string;
  @ApiProperty() demo!: boolean;
  @ApiProperty() rate!: number;
}

class MoveClockDto {
  @UtcInstant({ optional: true }) to?: string;
  @WholeNumber({ min: 1, max: 14400, optional: true }) rate?: number;
}

/** The platform's two clocks, and the demo's way of moving the legal one. */
@ApiTags('platform')
@Controller()
export class ClockController {
  constructor(
    private readonly legal: LegalClock,
    private readonly system: SystemClock,
    private readonly store: ClockStore,
    private readonly config: Config,
  ) {}

  @Get('clock')
  @Public()
  @ApiOkResponse({ type: ClockView })
  readClock(): ClockView {
    return {
      legal: formatInstant(this.legal.now()),
      system: formatInstant(this.system.now()),
      demo: this.legal.isDemo,
      rate: this.legal.rate,
    };
  }

  /** Moves the demo's legal clock forward. Refused unless this is a demo with a demo clock. */
  @Post('demo/clock')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: ClockView })
  async moveClock(@Body() body: MoveClockDto): Promise<ClockView> {
    if (!this.config.settings.DEMO) throw new DomainError('clock.not_movable');
    const to = body.to === undefined ? null : parseInstant(body.to);
    await this.store.move(to, body.rate ?? null);
    return this.readClock();
  }
}
