-- The accounts of buymed4j. Tokens are ciphertext (JWE); nothing else here is secret.
CREATE TABLE IF NOT EXISTS buymed_account (
    account            VARCHAR(200)             NOT NULL PRIMARY KEY,
    tokens             VARCHAR(100000)          NOT NULL,
    scopes             VARCHAR(2000)            NOT NULL,
    issued_at          TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at         TIMESTAMP WITH TIME ZONE NOT NULL,
    refresh_expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    standing           VARCHAR(30)              NOT NULL,
    hold               VARCHAR(30)              NOT NULL,
    hold_until         TIMESTAMP WITH TIME ZONE NOT NULL,
    announced          BOOLEAN                  NOT NULL,
    version            BIGINT                   NOT NULL
);
