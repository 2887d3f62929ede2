package io.github.buymed4j.rest.reply;

import java.util.Optional;

/** The application or the pharmacy lacks a permission that the request needs (403), usually a scope. */
public class AccessForbiddenException extends PlatformException {

    private static final long serialVersionUID = 1L;

    private final String scope;

    AccessForbiddenException(ErrorReply reply) {
        this(
                "The platform forbids the request; the application may lack a scope, which is requested in the portal"
                        + " under Apps, Permission",
                reply,
                "");
    }

    private AccessForbiddenException(String what, ErrorReply reply, String scope) {
        super(what, reply);
        this.scope = scope;
    }

    /** A copy for a request that needs this scope. */
    public AccessForbiddenException needing(String neededScope) {
        return new AccessForbiddenException(
                "The platform forbids the request, which needs the scope " + neededScope
                        + ": request it in the portal under Apps, Permission; if it is active there, name it in"
                        + " buymed.scopes and let the pharmacy authorize anew",
                reply(),
                neededScope);
    }

    /** The scope that the request needs; empty if it is not known. */
    public Optional<String> scope() {
        return scope.isEmpty() ? Optional.empty() : Optional.of(scope);
    }
}
