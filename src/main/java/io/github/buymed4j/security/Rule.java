package io.github.buymed4j.security;

/** The kinds of findings of the audit; the identifiers are stable. */
public enum Rule {
    SETTING("BUYMED-2000", "a setting is wrong", "correct it as it says"),
    SECRET_IN_ARCHIVE(
            "BUYMED-2001",
            "the archive, and so every copy and every backup of it, has a secret inside",
            "take it out, a placeholder too, and give it by a means of the server's own; replace a real one"),
    READABLE_FILE(
            "BUYMED-2002",
            "every user of this machine can read the file with the secret",
            "let only the server's user read it: chmod 600, in Kubernetes defaultMode 0440"),
    SHADOWED_SOURCE("BUYMED-2003", "two sources disagree, and only one counts", "remove the one that is not meant"),
    CLEAR_TEXT("BUYMED-2004", "credentials go over the wire in clear text", "use https, except in development"),
    REDIRECTS("BUYMED-2005", "a redirect would carry the credentials to another host", "leave it false"),
    GUESSABLE_SECRET(
            "BUYMED-2007",
            "the secret is short or monotonous, as if a person had made it up",
            "regenerate it in the portal, and copy it whole"),
    WRONG_ENVIRONMENT(
            "BUYMED-2008",
            "credentials of one environment go to the address of another",
            "give each environment its own credentials"),
    OLD_SECRET(
            "BUYMED-2009",
            "the secret is older than buymed.security.max-secret-age",
            "regenerate it; docs/rotation.md says how without a failed call"),
    LOUD_LOGGER(
            "BUYMED-2010",
            "a log is on that prints requests as they are sent, headers included",
            "turn it off, or keep its log as you keep the secret"),
    UNUSABLE_STAGED_SECRET("BUYMED-2011", "the staged secret could not be used once it is needed", "stage it again"),
    UNUSABLE_CREDENTIALS("BUYMED-2012", "there are no credentials that could be used", "give them as it says"),
    SYSTEM_PROPERTY(
            "BUYMED-2014",
            "a secret is a system property, which logs, JMX and diagnostic tools of the server show",
            "give it in a file, such as that of buymed.credentials-file"),
    GUESSABLE_PASSWORD(
            "BUYMED-2015", "the operator's password is easy to guess", "take at least twelve characters at random"),
    COPIED_WITH_MORE(
            "BUYMED-2016",
            "the Client ID or the secret has characters around it that look like part of the text it was copied from",
            "give the value alone"),
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

    public String id() {
        return id;
    }

    public String meaning() {
        return meaning;
    }

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
