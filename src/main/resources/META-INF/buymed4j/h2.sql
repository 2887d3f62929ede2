-- The accounts of buymed4j. Tokens are ciphertext (JWE); nothing else here is secret.
CREATE TABLE IF NOT EXISTS buymed_account (
    account_key        VARCHAR(64)              NOT NULL PRIMARY KEY, -- of the account: SHA-256 in hexadecimal, equal for equal ids only
    account            VARCHAR(200)             NOT NULL,
    tokens             VARCHAR(100000)          NOT NULL,
    scopes             VARCHAR(2000)            NOT NULL,
    issued_at          TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    refresh_expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    customer_id        BIGINT,
    standing           VARCHAR(30)              NOT NULL,
    hold               VARCHAR(30)              NOT NULL,
    hold_until         TIMESTAMP WITH TIME ZONE NOT NULL,
    announced          BOOLEAN                  NOT NULL,
    version            BIGINT                   NOT NULL
);
CREATE INDEX IF NOT EXISTS buymed_account_by_id ON buymed_account (account, account_key, customer_id);
CREATE INDEX IF NOT EXISTS buymed_account_by_end ON buymed_account (refresh_expires_at);
CREATE INDEX IF NOT EXISTS buymed_account_by_standing ON buymed_account (standing);
