package io.github.buymed4j.sandbox.apps;

/**
 * A scope that an application has asked for.
 *
 * @param justification why the developer wants it
 * @param reason why the administrator refused it or took it away; empty otherwise
 */
public record ScopeState(Status status, String justification, String reason) {
    ScopeState with(Status newStatus, String newReason) {
        return new ScopeState(newStatus, justification, newReason);
    }
}
