import { Module } from '@nestjs/common';
import { DirectoryController } from './read-directory/directory.controller';
import { OrganisationModule } from './organisation.module';

@Module({ imports: [OrganisationModule], controllers: [DirectoryController] })
export class OrganisationHttpModule {}
