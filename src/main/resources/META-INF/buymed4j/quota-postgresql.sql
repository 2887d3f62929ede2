-- The quota of buymed4j on several nodes: a row is a slot. A row whose time has passed may be deleted.
CREATE TABLE IF NOT EXISTS buymed_quota_slot (
    budget  TEXT COLLATE "C" NOT NULL,
    slot    INTEGER          NOT NULL, -- 0: the gate, which a 429 closes
    free_at TIMESTAMPTZ      NOT NULL, -- by the database's clock; provisional while lent
    loan    BIGINT           NOT NULL, -- tells the last loan of the slot from earlier ones
    batch   BOOLEAN          NOT NULL,
    PRIMARY KEY (budget, slot)
) WITH (fillfactor = 50);
