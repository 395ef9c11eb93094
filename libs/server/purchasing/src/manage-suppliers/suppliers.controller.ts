import { Body, Controller, Get, HttpCode, Param, Put, Query, SerializeOptions } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { PutSupplier, PutSupplierProducts, SupplierDetail, SupplierListPage, SupplierListQuery } from '@oneshelf/contracts';
import { CurrentActor, Problem, Staff, type StaffActor, valueOf } from '@oneshelf/platform';
import * as z from 'zod';
import { type PutSupplierRefusal, PutSupplierUseCase } from './put-supplier.use-case';
import { SuppliersQuery } from './suppliers.query';

const statuses = { bundle_has_no_stock: 409, unknown_supplier: 404, supplier_changed: 409, code_taken: 409, unknown_currency: 422, currency_in_use: 409, unknown_variant: 422 } satisfies Record<PutSupplierRefusal['kind'], number>;
const Id = z.uuid();

@ApiTags('purchasing')
@Controller('suppliers')
@Staff('operations', 'store_manager', 'merchandiser', 'finance')
export class SuppliersController {
  constructor(
    private readonly suppliers: SuppliersQuery,
    private readonly putting: PutSupplierUseCase,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: SupplierListPage })
  @SerializeOptions({ schema: SupplierListPage })
  list(@Query({ schema: SupplierListQuery }) query: SupplierListQuery): Promise<SupplierListPage> {
    return this.suppliers.list(query);
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: SupplierDetail })
  @SerializeOptions({ schema: SupplierDetail })
  async one(@Param('id', { schema: Id }) id: string): Promise<SupplierDetail> {
    const supplier = await this.suppliers.one(id);
    if (!supplier) throw new Problem(404, 'unknown_supplier', 'There is no supplier with this id.');
    return supplier;
  }

  @Put(':id')
  @Staff('operations', 'merchandiser')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SupplierDetail })
  @SerializeOptions({ schema: SupplierDetail })
  async put(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string, @Body({ schema: PutSupplier }) body: PutSupplier): Promise<SupplierDetail> {
    valueOf(await this.putting.run(actor, id, body), statuses);
    return this.one(id);
  }

  @Put(':id/products')
  @Staff('operations', 'merchandiser')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SupplierDetail })
  @SerializeOptions({ schema: SupplierDetail })
  async putProducts(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string, @Body({ schema: PutSupplierProducts }) body: PutSupplierProducts): Promise<SupplierDetail> {
    valueOf(await this.putting.putProducts(actor, id, body), statuses);
    return this.one(id);
  }
}
