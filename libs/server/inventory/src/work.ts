// Work on stock, for the libs that ask for it or show that it waits.
export { AskCountUseCase } from './counts/ask-count.use-case';
export { BinPlaces } from './bins/bin-places.query';
export { StockWorkModule } from './stock-work.module';
export { WaitingStockWork } from './waiting-stock-work.query';
