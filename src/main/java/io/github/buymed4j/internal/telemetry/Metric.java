package io.github.buymed4j.internal.telemetry;

/** Every metric; docs/telemetry.md, the dashboard and the alert rules are compared with it. */
enum Metric {
    REQUEST_DURATION(
            "http.client.request.duration",
            Kind.HISTOGRAM,
            "s",
            "Duration of a request to the platform or its token service"),
    QUOTA_USED(
            "buymed.quota.used",
            Kind.GAUGE,
            "{request}",
            "Requests of this node that the limit still counts; of the accounts, the one that has used most"),
    QUOTA_LIMIT("buymed.quota.limit", Kind.GAUGE, "{request}", "Requests that the limit allows; none if it is lifted"),
    QUOTA_WAITING("buymed.quota.waiting", Kind.GAUGE, "{request}", "Requests that wait for the limit"),
    QUOTA_CLOSED(
            "buymed.quota.closed",
            Kind.GAUGE,
            "",
            "1 while nothing is sent because the platform refused a request (429)"),
    QUOTA_DATABASE_AWAY(
            "buymed.quota.database.away",
            Kind.GAUGE,
            "",
            "1 while the circuit breaker is open: the database of the shared quota is skipped"),
    CREDENTIALS_EVENTS(
            "buymed.credentials.events",
            Kind.COUNTER,
            "{event}",
            "Changes of credentials: loaded, changed, rejected, promoted, recovered, denied"),
    ACCOUNT_EVENTS(
            "buymed.accounts.events",
            Kind.COUNTER,
            "{event}",
            "Changes of accounts, among them renewed tokens and failed renewals"),
    SECURITY_FINDINGS("buymed.security.findings", Kind.COUNTER, "{finding}", "Findings of the security audit"),
    OPERATOR_ACTIONS("buymed.operator.actions", Kind.COUNTER, "{action}", "Actions of operators in the console");

    /** The instruments of OpenTelemetry. */
    enum Kind {
        HISTOGRAM,
        GAUGE,
        COUNTER
    }

    private final String id;
    private final Kind kind;
    private final String unit;
    private final String description;

    Metric(String id, Kind kind, String unit, String description) {
        this.id = id;
        this.kind = kind;
        this.unit = unit;
        this.description = description;
    }

    String id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    /** In UCUM; empty for a state. */
    String unit() {
        return unit;
    }

    String description() {
        return description;
    }
}
