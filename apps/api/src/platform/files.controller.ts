import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { Uploads, type StoredFile } from '@server/platform';
import { Acting, Needs } from '../http/access';
import { Hex, Id } from '../http/fields';

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

  static of(this: void, file: StoredFile): FileView {
    const { id, name, media, size, sha256 } = file;
    return { id, name, media, size, sha256 };
  }
}

/** Turns finished uploads into files. Uploading itself speaks tus under /api/uploads. */
@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(private readonly uploads: Uploads) {}

  @Post()
  @Needs('upload.make')
  @ApiCreatedResponse({ type: FileView })
  async finishUpload(@Acting() actor: Actor, @Body() body: FinishUploadDto): Promise<FileView> {
    return FileView.of(await this.uploads.finish(body.uploadId, actor.personId, body.sha256));
  }
}
