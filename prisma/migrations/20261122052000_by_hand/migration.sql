-- How far a role may go by hand at a till, where it is not the default.
CREATE TABLE "role_hand_limit" (
  "role" TEXT NOT NULL,
  "discount_basis_points" INTEGER NOT NULL,
  "price_basis_points" INTEGER,
  "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
  "set_by" TEXT NOT NULL,
  CONSTRAINT "role_hand_limit_pkey" PRIMARY KEY ("role"),
  CONSTRAINT "role_hand_limit_shares" CHECK (discount_basis_points BETWEEN 0 AND 10000 AND price_basis_points BETWEEN 0 AND 10000)
);
