import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HeldBookRequest } from '@oneshelf/contracts';
import { CurrentActor, type DeviceActor, Till } from '@oneshelf/platform';
import { TillBookRepository } from './till-book.repository';

@ApiTags('till')
@Controller('pos/held-book')
export class HeldBookController {
  constructor(private readonly books: TillBookRepository) {}

  /** The price book that this till sells by from now on. */
  @Put()
  @Till()
  @HttpCode(204)
  report(@CurrentActor() device: DeviceActor, @Body({ schema: HeldBookRequest }) { bookVersion }: HeldBookRequest): Promise<void> {
    return this.books.report(device, bookVersion, new Date());
  }
}
