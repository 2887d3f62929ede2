package io.github.buymed4j.security;

/** The kinds of findings of the audit; the identifiers are stable. */
public enum Rule {
    /** A key of the configuration. */
    SETTING("BUYMED-2000", "a setting is invalid", "correct it as the finding says"),
    /** A configuration file of the archive. */
    SECRET_IN_ARCHIVE(
            "BUYMED-2001",
            "the archive contains a secret, as does each copy and backup of it",
            "remove it, also if it is a placeholder, and configure it on the server; regenerate a real secret"),
    /** The rights of a file with a secret. */
    READABLE_FILE(
            "BUYMED-2002",
            "every user of this machine can read the file with the secret",
            "let only the server's user read it: chmod 600, in Kubernetes defaultMode 0440"),
    /** Two configuration sources, or a file and a key, for the same value. */
    SHADOWED_SOURCE(
            "BUYMED-2003", "two sources have different values, and only one of them is used", "remove the wrong one"),
    /** An address that is neither https nor of this machine. */
    CLEAR_TEXT("BUYMED-2004", "credentials are sent in clear text", "use https"),
    /** A key of MicroProfile REST Client. */
    REDIRECTS("BUYMED-2005", "a redirect would carry the credentials to another host", "set it to false"),
    /** The form of the secret. */
    GUESSABLE_SECRET(
            "BUYMED-2007",
            "the secret is short or repetitive, so that it can be guessed",
            "regenerate it in the portal and copy all of it"),
    /** The prefix of the secret beside the address. */
    WRONG_ENVIRONMENT(
            "BUYMED-2008",
            "credentials of one environment are sent to the address of another",
            "configure the credentials of this environment"),
    /** How long the same secret has been used. */
    OLD_SECRET(
            "BUYMED-2009",
            "the secret is older than buymed.security.max-secret-age",
            "regenerate it; docs/rotation.md shows how to do this without a failed call"),
    /** A logger of the server's HTTP clients. */
    LOUD_LOGGER(
            "BUYMED-2010",
            "a logger is enabled that prints requests with their headers",
            "disable it, or protect its log like the secret"),
    /** The source of the staged secret. */
    UNUSABLE_STAGED_SECRET("BUYMED-2011", "the staged secret is not usable", "correct it or stage it again"),
    /** The sources of Client ID and Client Secret. */
    UNUSABLE_CREDENTIALS("BUYMED-2012", "there are no usable credentials", "correct them as the finding says"),
    /** A key that a system property gives. */
    SYSTEM_PROPERTY(
            "BUYMED-2014",
            "a secret is in a system property; logs, JMX and diagnostic tools of the server show system properties",
            "configure it in a file, such as that of buymed.credentials-file"),
    /** The password of the console. */
    GUESSABLE_PASSWORD(
            "BUYMED-2015",
            "the operator's password is easy to guess",
            "use at least twelve random characters; hash them as docs/security.md shows"),
    /** The form of the Client ID and the secret. */
    COPIED_WITH_MORE(
            "BUYMED-2016",
            "the Client ID or the secret seems to include characters that were copied along with it",
            "configure only the value itself"),
    /** The rights of a file with a secret, and of the folders above it. */
    WRITABLE_FILE(
            "BUYMED-2017",
            "every user of this machine can change or replace the file with the secret",
            "let only its owner write to the file and to the folders above it: chmod o-w");

    private final String id;
    private final String meaning;
    private final String fix;

    Rule(String id, String meaning, String fix) {
        this.id = id;
        this.meaning = meaning;
        this.fix = fix;
    }

    /** The stable identifier, such as {@code BUYMED-2001}. */
    public String id() {
        return id;
    }

    /** What a finding of this rule means. */
    public String meaning() {
        return meaning;
    }

    /** What to do about a finding of this rule. */
    public String fix() {
        return fix;
    }

    Finding error(String subject, String detail) {
        return new Finding(this, Severity.ERROR, subject, detail);
    }

    Finding warning(String subject, String detail) {
        return new Finding(this, Severity.WARNING, subject, detail);
    }

    Finding note(String subject, String detail) {
        return new Finding(this, Severity.NOTE, subject, detail);
    }
}
