import { Injectable } from '@nestjs/common';
import { skipStatistics, type DrawCalls } from '@core/draw';
import { Draws } from '@server/draw';
import { Calls } from './calls.store';
import { Panels } from './panels.store';

/** The expert's own page, which nobody operates; a telephone gateway goes by its own name. */
const EXPERT_PAGE = 'expert-page';

/** What anybody may know of how often drawn experts were passed over (tp1 §3.9, skip abuse). */
@Injectable()
export class SkipReport {
  constructor(
    private readonly panels: Panels,
    private readonly draws: Draws,
    private readonly calls: Calls,
  ) {}

  /** Statistics over the calls of all formed panels; those still calling come when they are done. */
  async run(): Promise<ReturnType<typeof skipStatistics>> {
    const calls: DrawCalls[] = [];
    for (const panel of await this.panels.all()) {
      const draw = await this.draws.latest(panel.tenderId, 'panel');
      if (!draw || panel.formedAt === null) continue;
      const invited = await this.panels.invitations(panel.id);
      calls.push({
        drawId: draw.drawId,
        operator: await this.operator(panel.id),
        calls: invited.length,
        unreachable: invited.filter((one) => one.state === 'unreachable').length,
        passed: invited.length - new Set(invited.map((one) => one.seat)).size,
      });
    }
    return skipStatistics(calls);
  }

  private async operator(panelId: string): Promise<string> {
    const made = await this.calls.ofPanel(panelId);
    const gateways = made.map(({ gateway }) => gateway ?? 'browser');
    return gateways.find((one) => one !== 'browser') ?? EXPERT_PAGE;
  }
}
