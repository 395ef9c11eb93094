import { openProductFile } from './open-product-file';

const open = (content: string | Buffer) => openProductFile(Buffer.from(content as string));
const refusalOf = async (content: string | Buffer) => {
  const opened = await open(content);
  return opened.ok ? 'opened' : opened.refusal.kind;
};

describe('openProductFile', () => {
  it('reads a semicolon file with a byte-order mark, quoted line breaks and blank rows', async () => {
    const opened = await open('\ufefftitle;sku\r\n"Two\nlines";A1\r\n\r\n  "Mug" ;B2\r\n');
    expect(opened).toMatchObject({ ok: true, value: { delimiter: ';', columns: ['title', 'sku'], rowsTotal: 2, samples: [['Two\nlines', 'A1'], ['Mug', 'B2']] } });
  });

  it.each([
    ['empty_file', ''],
    ['empty_file', '\ufeff \n\n'],
    ['no_rows', 'title,sku\n'],
    ['json_file', '[{"title":"Mug"}]'],
    ['xml_file', '<?xml version="1.0"?><products/>'],
    ['binary_file', Buffer.from([1, 2, 0, 4, 5])],
    ['excel_workbook', Buffer.from('PK\u0003\u0004rest')],
    ['wrong_encoding', Buffer.from('title,sku\nCaf\u00e9,A1\n', 'latin1')],
    ['wrong_encoding', Buffer.from('\ufefftitle,sku\n', 'utf16le')],
    ['not_csv', 'just words\nin lines\n'],
    ['not_csv', 'A letter, written on a day\nIt has lines.\nThey are, as letters go, of any, many, parts.\nAnd an end.\n'],
    ['duplicate_columns', 'title,sku,title\nMug,A1,Cup\n'],
    ['broken_quotes', 'title,sku\n"Mug,A1\nCup,B2\n'],
  ])('refuses with %s', async (kind, content) => {
    expect(await refusalOf(content)).toBe(kind);
  });

  it('names the first line that is not UTF-8', async () => {
    const opened = await open(Buffer.from('title,sku\nMug,A1\nCaf\u00e9,B2\n', 'latin1'));
    expect(opened).toMatchObject({ ok: false, refusal: { message: expect.stringContaining('line 3 is not') } });
  });
});
