package io.github.buymed4j.console.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.internal.config.VisibleText;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of an ID token that was verified (OpenID Connect Core 1.0, 3.1.3.7). No bean exposes a type of the JWT
 * library. {@code toString} contains no claim.
 */
record IdToken(Map<String, Object> claims) {

    private static final int LONGEST_NAME = 100;
    private static final Set<JWSAlgorithm> ALGORITHMS = publicKeyAlgorithms();

    /** Those that are signed with a private key; neither {@code none} nor the ones that need the client's secret. */
    private static Set<JWSAlgorithm> publicKeyAlgorithms() {
        Set<JWSAlgorithm> algorithms = new HashSet<>(JWSAlgorithm.Family.RSA);
        algorithms.addAll(JWSAlgorithm.Family.EC);
        return Set.copyOf(algorithms);
    }

    /**
     * Verifies signature, issuer, audience, nonce and times.
     *
     * @throws OpenIdException if one of them is wrong; without the token
     */
    static IdToken verified(Secret token, String keys, URI issuer, String clientId, String nonce, Clock clock) {
        var processor = new DefaultJWTProcessor<>();
        JWTClaimsSet expected = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .claim("nonce", nonce)
                .build();
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(clientId, expected, Set.of("sub", "iat", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
        try {
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    ALGORITHMS, new ImmutableJWKSet<SecurityContext>(JWKSet.parse(keys))));
            JWTClaimsSet claims = processor.process(token.reveal(), null);
            if (claims.getAudience().size() > 1 || claims.getClaim("azp") != null) {
                requireAuthorizedParty(claims, clientId);
            }
            return new IdToken(claims.getClaims());
        } catch (ParseException | BadJOSEException | JOSEException e) {
            // without the library's text, which may contain claims
            throw new OpenIdException("The OpenID provider's ID token is not valid ("
                    + e.getClass().getSimpleName() + "): its signature, iss, aud, nonce or exp");
        }
    }

    private static void requireAuthorizedParty(JWTClaimsSet claims, String clientId) throws BadJOSEException {
        if (!clientId.equals(claims.getClaim("azp"))) {
            throw new BadJOSEException("issued to another client");
        }
    }

    /** The user's name, for people to read. */
    String user() {
        Object name = claims.getOrDefault("preferred_username", claims.get("sub"));
        return VisibleText.of(String.valueOf(name), LONGEST_NAME);
    }

    /**
     * True if the claim is the value or a list that contains it. The claim's name may be a path, such as
     * {@code realm_access.roles}.
     */
    boolean has(String claim, String value) {
        Optional<Object> found = Optional.ofNullable(claims.get(claim)).or(() -> at(claim));
        return found.filter(held -> held instanceof Collection<?> values ? values.contains(value) : held.equals(value))
                .isPresent();
    }

    private Optional<Object> at(String path) {
        Optional<Object> found = Optional.of(claims);
        for (String name : List.of(path.split("\\."))) {
            found = found.map(held -> held instanceof Map<?, ?> map ? map.get(name) : null);
        }
        return found;
    }

    @Override
    public String toString() {
        return "an ID token";
    }
}
