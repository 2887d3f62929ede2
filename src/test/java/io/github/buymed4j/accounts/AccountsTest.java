package io.github.buymed4j.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.Account;
import io.github.buymed4j.accounts.AccountStatus.Kind;
import io.github.buymed4j.accounts.store.Databases;
import io.github.buymed4j.accounts.store.StoredAccount;
import io.github.buymed4j.accounts.store.TokenStore;
import io.github.buymed4j.accounts.store.Validity;
import io.github.buymed4j.config.ApplicationName;
import io.github.buymed4j.config.Secret;
import io.github.buymed4j.credentials.CredentialsProvider;
import io.github.buymed4j.credentials.CredentialsRegistry;
import io.github.buymed4j.internal.config.BuymedConfig;
import io.github.buymed4j.internal.config.SettableSource;
import io.github.buymed4j.rest.AccessTokens;
import io.github.buymed4j.rest.CallScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Bean;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.Config;
import org.jboss.weld.junit.MockBean;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The beans together, as a server wires them. */
@EnableWeld
class AccountsTest {

    private static final Account PHARMACY = Account.of("pharmacy-1");
    private static final Account OTHER = Account.of("pharmacy-2");

    private final FakePlatform platform = new FakePlatform();
    private final TokenStore store = Databases.store(Databases.h2());
    private final SettableSource source = Configured.accounts();

    @WeldSetup
    WeldInitiator weld = WeldInitiator.from(
                    BuymedConfig.class,
                    CredentialsRegistry.class,
                    Accounts.class,
                    AccountBeans.class,
                    PendingAuthorizations.class,
                    Listener.class)
            .addBeans(
                    bean(Config.class, SettableSource.config(source)),
                    bean(TokenStore.class, store),
                    bean(TokenService.class, platform.service(source.buymedConfig())))
            .activate(SessionScoped.class)
            .build();

    private static Bean<?> bean(Class<?> type, Object instance) {
        return MockBean.builder().types(type).creating(instance).build();
    }

    private Accounts accounts() {
        return weld.select(Accounts.class).get();
    }

    private void connect(Account account) {
        URI page = accounts().authorizationPage(account, "/");
        String state = page.getRawQuery().replaceFirst(".*&state=", "");
        AuthorizationOutcome outcome = accounts()
                .complete(name -> name.equals("state") ? state : name.equals("code") ? platform.code() : null);
        assertThat(outcome.isConnected()).isTrue();
    }

    @Test
    void complete_afterTheBrowserCameBack_connectsAndCallsCarryTheToken() {
        connect(PHARMACY);

        assertThat(weld.select(AccessTokens.class).get().current(PHARMACY)).isNotNull();
        assertThat(accounts().status(PHARMACY).orElseThrow().kind()).isEqualTo(Kind.CONNECTED);
        assertThat(weld.select(Listener.class).get().heard()).containsExactly(AccountEvent.Type.CONNECTED);
    }

    @Test
    void authorizationPage_whileTheCredentialsAreRejected_readsOnlyTheClientId() {
        CredentialsProvider provider =
                weld.select(CredentialsRegistry.class).get().of(ApplicationName.DEFAULT);
        provider.rejected(provider.current());

        assertThat(accounts().authorizationPage(PHARMACY, "/")).asString().contains("clientID=buymed_app_1");
        assertThat(provider.status().ready()).isFalse();
    }

    @Test
    void connected_observerCallsThePlatform_withTheNewToken() {
        connect(PHARMACY);
        AccessTokens tokens = weld.select(AccessTokens.class).get();
        Secret old = tokens.current(PHARMACY);
        weld.select(Listener.class)
                .get()
                .then(() -> assertThat(tokens.current(PHARMACY)).isNotEqualTo(old));

        connect(PHARMACY);

        assertThat(weld.select(Listener.class).get().failures()).isEmpty();
    }

    @Test
    void disconnected_observerCallsThePlatform_hasNoToken() {
        connect(PHARMACY);
        AccessTokens tokens = weld.select(AccessTokens.class).get();
        tokens.current(PHARMACY);
        weld.select(Listener.class)
                .get()
                .then(() -> assertThatThrownBy(() -> tokens.current(PHARMACY))
                        .isInstanceOf(AuthorizationRequiredException.class));

        accounts().disconnect(PHARMACY);

        assertThat(weld.select(Listener.class).get().failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void list_withoutALimit_isRefused(int limit) {
        assertThatThrownBy(() -> accounts().list("", limit)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void callAs_anAccount_bindsItForTheWork() {
        assertThat(accounts().callAs(PHARMACY, () -> CallScope.current().account()))
                .contains(PHARMACY);
        accounts().runAs(OTHER, () -> assertThat(CallScope.current().account()).contains(OTHER));
        assertThat(CallScope.current().account()).isEmpty();
    }

    @Test
    void disconnect_connectedAccount_isForgottenAtOnce() {
        connect(PHARMACY);
        AccessTokens tokens = weld.select(AccessTokens.class).get();
        tokens.current(PHARMACY);

        assertThat(accounts().disconnect(PHARMACY)).isTrue();

        assertThatThrownBy(() -> tokens.current(PHARMACY)).isInstanceOf(AuthorizationRequiredException.class);
        assertThat(accounts().status(PHARMACY)).isEmpty();
        assertThat(accounts().disconnect(PHARMACY)).isFalse();
    }

    @Test
    void list_connectedAccounts_givesThemInPages() {
        connect(OTHER);
        connect(PHARMACY);

        assertThat(accounts().list("", 1)).extracting(AccountStatus::account).containsExactly(PHARMACY);
        assertThat(accounts().list(PHARMACY.id(), 10))
                .extracting(AccountStatus::account)
                .containsExactly(OTHER);
    }

    @Test
    void findNeedingAttention_someEndSoon_givesThese() {
        Instant now = Instant.now();
        for (int i = 0; i < 3; i++) {
            Validity validity = new Validity(now, now.plusSeconds(60), now.plusSeconds(i == 0 ? 9_000_000 : 60_000));
            store.put(StoredAccount.connected(Account.of("branch-" + i), "sealed", List.of(), validity));
        }

        assertThat(accounts().findNeedingAttention("", "", 10))
                .extracting(AccountStatus::kind)
                .containsExactly(Kind.REAUTHORIZE_SOON, Kind.REAUTHORIZE_SOON);
        assertThat(accounts().findNeedingAttention("2", "", 10))
                .extracting(AccountStatus::account)
                .containsExactly(Account.of("branch-2"));
        assertThat(accounts().countNeedingAttention()).isEqualTo(2);
        assertThat(accounts().find("BRANCH-0", "", 10)).hasSize(1);
    }

    @Test
    void tokens_swappedBetweenAccounts_areRefusedAndOthersGoOn() {
        connect(PHARMACY);
        connect(OTHER);
        StoredAccount other = store.find(OTHER).orElseThrow();
        store.put(StoredAccount.connected(PHARMACY, other.sealedTokens(), other.scopes(), other.validity()));
        AccessTokens tokens = weld.select(AccessTokens.class).get();

        assertThatThrownBy(() -> tokens.current(PHARMACY)).isInstanceOf(TokensUnreadableException.class);
        assertThat(tokens.current(OTHER)).isNotNull();
    }

    @Test
    void announceReauthorizations_accountsThatMakeNoCalls_areAnnouncedOnce() {
        Instant now = Instant.now();
        for (int i = 0; i < 3; i++) {
            Account account = Account.of("idle-" + i);
            Validity validity = new Validity(now, now.plusSeconds(60), now.plusSeconds(i == 0 ? 9_000_000 : 60_000));
            store.put(StoredAccount.connected(account, "sealed", List.of(), validity));
        }

        accounts().announceReauthorizations();
        accounts().announceReauthorizations();

        assertThat(weld.select(Listener.class).get().heard())
                .containsExactly(AccountEvent.Type.REAUTHORIZE_SOON, AccountEvent.Type.REAUTHORIZE_SOON);
    }

    /** Hears the events as an application does, and fails, which must not matter. */
    @ApplicationScoped
    static class Listener {

        private final List<AccountEvent.Type> heard = new CopyOnWriteArrayList<>();

        private final List<Throwable> failures = new CopyOnWriteArrayList<>();
        private Runnable then = () -> {};

        void hear(@Observes AccountEvent event) {
            heard.add(event.type());
            try {
                then.run();
            } catch (Throwable e) {
                failures.add(e);
            }
            throw new AssertionError("an observer that fails");
        }

        void then(Runnable what) {
            then = what;
        }

        List<Throwable> failures() {
            return List.copyOf(failures);
        }

        List<AccountEvent.Type> heard() {
            return List.copyOf(heard);
        }
    }
}
