package io.github.buymed4j.accounts;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import io.github.buymed4j.config.Secret;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A usable key set: the first key encrypts, all keys decrypt. {@code toString} contains only the key ids. */
final class SealingKeys {

    static final int BITS = 256;
    private static final int FEWEST_BYTES = 8;

    private final Map<String, OctetSequenceKey> byId;

    private SealingKeys(Map<String, OctetSequenceKey> byId) {
        this.byId = byId;
    }

    /**
     * Reads a JWK set.
     *
     * @throws IllegalArgumentException if it cannot be used; the message gives the reason, but no key material
     */
    static SealingKeys parse(Secret jwkSet) {
        List<JWK> keys;
        try {
            keys = JWKSet.parse(jwkSet.reveal()).getKeys();
        } catch (ParseException | RuntimeException e) {
            throw new IllegalArgumentException("is not a JWK set: {\"keys\":[{\"kty\":\"oct\",\"kid\":…,\"k\":…}]}");
        }
        Map<String, OctetSequenceKey> byId = new LinkedHashMap<>();
        for (JWK key : keys) {
            OctetSequenceKey usable = usable(key);
            if (byId.put(usable.getKeyID(), usable) != null) {
                throw new IllegalArgumentException("has two keys of the kid " + usable.getKeyID());
            }
        }
        if (byId.isEmpty()) {
            throw new IllegalArgumentException("has no keys");
        }
        return new SealingKeys(byId);
    }

    private static OctetSequenceKey usable(JWK key) {
        if (key.getKeyID() == null || key.getKeyID().isBlank()) {
            throw new IllegalArgumentException("has a key without a kid");
        }
        if (key instanceof OctetSequenceKey octets && octets.size() == BITS) {
            if (isGuessed(octets.toByteArray())) {
                throw new IllegalArgumentException("needs random keys; " + key.getKeyID() + " is none");
            }
            return octets;
        }
        throw new IllegalArgumentException("needs keys of kty oct and 256 bits; " + key.getKeyID() + " is none");
    }

    /**
     * True for a key with few different bytes or few different steps between them, such as zeros, a repeated pattern or
     * counting bytes. A random key is mistaken for one with a probability of less than 10^-40.
     */
    private static boolean isGuessed(byte[] key) {
        return IntStream.range(0, key.length).map(i -> key[i]).distinct().count() < FEWEST_BYTES
                || IntStream.range(1, key.length)
                                .map(i -> (byte) (key[i] - key[i - 1]))
                                .distinct()
                                .count()
                        < FEWEST_BYTES;
    }

    /** A random key that exists only in this process, for development. */
    static SealingKeys ofThisProcess() {
        try {
            OctetSequenceKey key = new OctetSequenceKeyGenerator(BITS)
                    .keyIDFromThumbprint(true)
                    .generate();
            return new SealingKeys(Map.of(key.getKeyID(), key));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException("Every Java platform makes random keys", e);
        }
    }

    OctetSequenceKey sealing() {
        return byId.values().iterator().next();
    }

    Optional<OctetSequenceKey> byId(String kid) {
        return Optional.ofNullable(byId.get(kid));
    }

    @Override
    public String toString() {
        return "keys " + byId.keySet();
    }
}
