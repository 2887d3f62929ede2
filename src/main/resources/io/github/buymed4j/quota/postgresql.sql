-- The slots of every budget that nodes share. A row is written only by an exchange of buymed4j.
CREATE TABLE IF NOT EXISTS buymed_quota_slot (
    budget text NOT NULL,
    slot integer NOT NULL,
    free_at timestamptz NOT NULL, -- by the database's clock; provisional while lent
    lent boolean NOT NULL,
    loan bigint NOT NULL,         -- tells this loan of the slot from later ones
    batch boolean NOT NULL,
    PRIMARY KEY (budget, slot)
);
-- Until when a 429 has closed a budget.
CREATE TABLE IF NOT EXISTS buymed_quota_gate (
    budget text PRIMARY KEY,
    closed_until timestamptz NOT NULL
);
