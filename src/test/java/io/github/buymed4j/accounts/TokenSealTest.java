package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.buymed4j.Account;
import io.github.buymed4j.Serialized;
import io.github.buymed4j.accounts.TokensUnreadableException.Reason;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.config.ConfigurationException;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.docs.LogLines;
import io.github.buymed4j.internal.config.SettableSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSealTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");
    private static final Account OTHER = Account.of("pharmacy-2");

    private static final Validity VALIDITY =
            new Validity(Instant.EPOCH, Instant.EPOCH.plusSeconds(60), Instant.EPOCH.plusSeconds(600));

    private final SettableSource config = Configured.accounts();
    private final AtomicLong nanos = new AtomicLong();
    private final Tokens tokens =
            new Tokens(Secret.of(TestKeys.random()), Optional.of(Secret.of(TestKeys.random() + "đồng ý")));

    private TokenSeal seal() {
        return new TokenSeal(new CurrentKeys(config.buymedConfig(), nanos::get));
    }

    @Test
    void open_whatWasSealed_givesTheTokens() {
        TokenSeal seal = seal();

        assertThat(seal.open(PHARMACY, VALIDITY, seal.seal(PHARMACY, VALIDITY, tokens)))
                .isEqualTo(tokens);
    }

    @Test
    void open_withoutRefreshToken_givesNone() {
        TokenSeal seal = seal();
        Tokens accessOnly = new Tokens(tokens.accessToken(), Optional.empty());

        assertThat(seal.open(PHARMACY, VALIDITY, seal.seal(PHARMACY, VALIDITY, accessOnly)))
                .isEqualTo(accessOnly);
    }

    @Test
    void seal_twice_givesTwoTextsWithoutTheTokens() {
        TokenSeal seal = seal();

        String first = seal.seal(PHARMACY, VALIDITY, tokens);
        String second = seal.seal(PHARMACY, VALIDITY, tokens);

        assertThat(first).isNotEqualTo(second);
        assertThat(first + decoded(first))
                .doesNotContain(tokens.accessToken().reveal())
                .doesNotContain(tokens.refreshToken().orElseThrow().reveal());
    }

    @Test
    void open_ofAnotherAccount_isRefused() {
        TokenSeal seal = seal();

        assertRefused(seal, OTHER, seal.seal(PHARMACY, VALIDITY, tokens), Reason.OTHER_ACCOUNT);
    }

    @Test
    void open_besideOtherTimes_isRefused() {
        TokenSeal seal = seal();
        String sealed = seal.seal(PHARMACY, VALIDITY, tokens);
        Validity longer = new Validity(Instant.EPOCH, Instant.EPOCH.plusSeconds(60), Instant.EPOCH.plusSeconds(6000));

        assertThat(catchThrowableOfType(TokensUnreadableException.class, () -> seal.open(PHARMACY, longer, sealed))
                        .reason())
                .isEqualTo(Reason.OTHER_VALIDITY);
    }

    @Test
    void open_headerRewrittenToAnotherAccount_isRefused() {
        TokenSeal seal = seal();
        String[] parts = seal.seal(PHARMACY, VALIDITY, tokens).split("\\.", -1);
        String header = decoded(parts[0]).replace(PHARMACY.id(), OTHER.id());
        parts[0] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(header.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertRefused(seal, OTHER, String.join(".", parts), Reason.TAMPERED);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void open_oneCharacterChanged_isRefused(int part) {
        TokenSeal seal = seal();
        String[] parts = seal.seal(PHARMACY, VALIDITY, tokens).split("\\.", -1);
        parts[part] = (parts[part].charAt(0) == 'A' ? 'B' : 'A') + parts[part].substring(1);

        assertRefused(seal, PHARMACY, String.join(".", parts), Reason.TAMPERED);
    }

    @Test
    void open_unknownKid_isRefusedAndNamesTheKey() {
        String sealed = seal().seal(PHARMACY, VALIDITY, tokens);
        config.set("buymed.accounts.keys", TestKeys.set("k2"));

        assertRefused(seal(), PHARMACY, sealed, Reason.UNKNOWN_KEY);
        assertThatThrownBy(() -> seal().open(PHARMACY, VALIDITY, sealed))
                .hasMessageContaining("buymed.accounts.keys")
                .hasMessageContaining(PHARMACY.id());
    }

    @Test
    void open_otherKeyOfTheSameKid_isRefused() {
        String sealed = seal().seal(PHARMACY, VALIDITY, tokens);
        config.set("buymed.accounts.keys", TestKeys.set("k1"));

        assertRefused(seal(), PHARMACY, sealed, Reason.TAMPERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clear-text-token", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30."})
    void open_whatIsNoCiphertext_isRefused(String stored) {
        assertRefused(seal(), PHARMACY, stored, Reason.MALFORMED);
    }

    @Test
    void keys_rotated_newOneSealsAndOldOneStillOpens() {
        String old = TestKeys.key("old");
        String fresh = TestKeys.key("new");
        config.set("buymed.accounts.keys", TestKeys.setOf(old));
        TokenSeal running = seal();
        String before = running.seal(PHARMACY, VALIDITY, tokens);

        config.set("buymed.accounts.keys", TestKeys.setOf(fresh, old));
        nanos.addAndGet(5_000_000_000L);
        String after = running.seal(PHARMACY, VALIDITY, tokens);

        assertThat(decoded(before)).contains("\"old\"");
        assertThat(decoded(after)).contains("\"new\"");
        assertThat(running.open(PHARMACY, VALIDITY, before)).isEqualTo(tokens);
        assertThat(running.open(PHARMACY, VALIDITY, after)).isEqualTo(tokens);
    }

    @Test
    void keys_changedToWhatCannotBeUsed_lastGoodOnesStay() {
        TokenSeal running = seal();
        String sealed = running.seal(PHARMACY, VALIDITY, tokens);

        config.set("buymed.accounts.keys", "half written");
        nanos.addAndGet(5_000_000_000L);

        assertThat(running.open(PHARMACY, VALIDITY, sealed)).isEqualTo(tokens);
    }

    @Test
    void keys_unusableForLong_areLoggedOnceUntilTheyAreMended() {
        String good = TestKeys.set("good");
        config.set("buymed.accounts.keys", good);
        CurrentKeys keys = new CurrentKeys(config.buymedConfig(), nanos::get);
        keys.get();

        try (LogLines log = new LogLines()) {
            for (String found : List.of("half written", "half written", good, "half written")) {
                config.set("buymed.accounts.keys", found);
                nanos.addAndGet(5_000_000_000L);
                keys.get();
            }

            assertThat(log.lines()).hasSize(2).allMatch(line -> line.startsWith("BUYMED-4002 "));
        }
    }

    @Test
    void keys_inAFile_winAndAreReadAgain(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("keys.json");
        Files.writeString(file, TestKeys.set("f1") + "\n");
        config.set("buymed.accounts.keys-file", file.toString());
        TokenSeal running = seal();
        String first = running.seal(PHARMACY, VALIDITY, tokens);

        Files.writeString(file, TestKeys.set("f2"));
        nanos.addAndGet(5_000_000_000L);
        String second = running.seal(PHARMACY, VALIDITY, tokens);

        assertThat(decoded(first)).contains("\"f1\"");
        assertThat(decoded(second)).contains("\"f2\"");
    }

    /** F19. */
    @Test
    void keys_inAFileOfAnotherEncoding_areReadOrRefusedInPlainWords(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("keys.json");
        config.set("buymed.accounts.keys-file", file.toString());

        Files.writeString(file, "\uFEFF" + TestKeys.set("f1"));
        assertThat(decoded(seal().seal(PHARMACY, VALIDITY, tokens))).contains("\"f1\"");

        Files.writeString(file, TestKeys.set("f2"), StandardCharsets.UTF_16);
        assertThatThrownBy(() -> seal().seal(PHARMACY, VALIDITY, tokens))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("buymed.accounts.keys-file: names a file that is not text in UTF-8");
    }

    @Test
    void keys_missing_isAConfigurationErrorOutsideDevelopment() {
        config.remove("buymed.accounts.keys");

        assertThatThrownBy(() -> seal().seal(PHARMACY, VALIDITY, tokens))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("buymed.accounts.keys")
                .hasMessageContaining("is missing");
        assertThat(AccountsCheck.problems(config.buymedConfig())).hasSize(1);
    }

    @Test
    void keys_missingInDevelopment_oneOfThisProcessServes() {
        config.remove("buymed.accounts.keys");
        config.set("mp.config.profile", "dev");
        TokenSeal seal = seal();

        assertThat(seal.open(PHARMACY, VALIDITY, seal.seal(PHARMACY, VALIDITY, tokens)))
                .isEqualTo(tokens);
        assertThat(AccountsCheck.problems(config.buymedConfig())).isEmpty();
    }

    @Test
    void keys_missingWhereNoPharmacyIsConnected_isNoProblem() {
        config.remove("buymed.accounts.keys");
        config.remove("buymed.redirect-uri");

        assertThat(AccountsCheck.problems(config.buymedConfig())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0LWtleS1vZi1zb21lYm9keQ\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"short\",\"k\":\"c2VjcmV0LWtleS1vZi1zb21lYm9keQ\"}]}"
            })
    void keys_thatCannotBeUsed_areNamedWithoutTheirValue(String keys) {
        config.set("buymed.accounts.keys", keys);

        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> seal().seal(PHARMACY, VALIDITY, tokens));

        assertThat(refused).hasMessageContaining("buymed.accounts.keys").hasMessageNotContaining("c2VjcmV0");
        assertThat(AccountsCheck.problems(config.buymedConfig())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "255, 0", "1, 1", "7, -3", "0, 128"})
    void keys_thatAnybodyGuesses_areRefused(int first, int step) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (first + i * step);
        }
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        config.set("buymed.accounts.keys", TestKeys.setOf("{\"kty\":\"oct\",\"kid\":\"k1\",\"k\":\"" + key + "\"}"));

        assertThat(AccountsCheck.problems(config.buymedConfig()))
                .singleElement()
                .asString()
                .contains("random")
                .doesNotContain(key);
    }

    @Test
    void tokensUnreadable_afterSerialization_isWhole() {
        TokensUnreadableException copy = Serialized.copyOf(new TokensUnreadableException(PHARMACY, Reason.UNKNOWN_KEY));

        assertThat(copy.account()).isEqualTo(PHARMACY);
        assertThat(copy.reason()).isEqualTo(Reason.UNKNOWN_KEY);
    }

    private static void assertRefused(TokenSeal seal, Account account, String sealed, Reason reason) {
        assertThat(catchThrowableOfType(TokensUnreadableException.class, () -> seal.open(account, VALIDITY, sealed))
                        .reason())
                .isEqualTo(reason);
    }

    private static String decoded(String sealed) {
        return new String(
                Base64.getUrlDecoder().decode(sealed.split("\\.", -1)[0]), java.nio.charset.StandardCharsets.UTF_8);
    }
}
