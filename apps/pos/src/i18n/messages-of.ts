/** The same tree of keys, with any words. */
export type MessagesOf<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : MessagesOf<Tree[Key]> };
