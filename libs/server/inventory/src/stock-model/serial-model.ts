/** Where a piece is: on the shelf of a place, with a customer of a place; undefined: nobody has seen it. */
export interface PieceAt { state: 'shelf' | 'customer'; place: number }
export interface SerialModel { variantId: string; levels: number[]; pieces: Map<string, PieceAt> }
