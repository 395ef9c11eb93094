// What moves goods in: for the libs whose documents say that goods come.
export { ExpectGoodsUseCase, type ExpectedLine } from './expect-goods/expect-goods.use-case';
