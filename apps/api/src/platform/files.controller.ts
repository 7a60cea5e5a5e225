import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { SCAN_STATES, Uploads, type StoredFile } from '@server/platform';
import { Acting, Needs } from '../http/access';
import { Hex, Id } from '../http/fields';
import { NoReplay } from '../http/idempotency.interceptor';

class FinishUploadDto {
  @Id() uploadId!: string;
  /** What the client believes it sent; a difference is refused and nothing is stored. */
  @Hex(32, { optional: true }) sha256?: string;
}

/** A file of the store. */
export class FileView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() media!: string;
  @ApiProperty() size!: number;
  @ApiProperty() sha256!: string;
  /** What a virus scanner said; null: the file was made here, or is older than the question. */
  @ApiProperty({ enum: SCAN_STATES, nullable: true, type: String }) scan!: string | null;

  static of(this: void, file: StoredFile): FileView {
    const { id, name, media, size, sha256, scan } = file;
    return { id, name, media, size, sha256, scan };
  }
}

/**
 * Turns finished uploads into files. Uploading itself speaks tus under /api/uploads. A repeat is harmless by itself, so
 * it needs no stored answer, and the virus scanner is asked outside any unit of work.
 */
@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(private readonly uploads: Uploads) {}

  @Post()
  @Needs('upload.make')
  @NoReplay()
  @ApiCreatedResponse({ type: FileView })
  async finishUpload(@Acting() actor: Actor, @Body() body: FinishUploadDto): Promise<FileView> {
    return FileView.of(await this.uploads.finish(body.uploadId, actor, body.sha256));
  }
}
