package io.github.buymed4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.buymed4j.internal.config.FreshConfig.Found;
import java.util.List;
import java.util.NoSuchElementException;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class FreshConfigTest {

    private static final String KEY = "buymed.client-secret";

    private final SettableSource low = new SettableSource("low", 200);
    private final SettableSource high = new SettableSource("high", 300);

    private FreshConfig fresh() {
        return new FreshConfig(new CachingConfig(SettableSource.config(low, high)));
    }

    @Test
    void find_valueChangedUnderACache_isTheNewOneWithItsSource() {
        FreshConfig fresh = fresh();
        low.set(KEY, "one");
        assertThat(fresh.find(KEY)).contains(new Found("one", "low", 200));

        low.set(KEY, "two");

        assertThat(fresh.find(KEY)).contains(new Found("two", "low", 200));
    }

    @Test
    void find_valueAppearedUnderACache_isFound() {
        FreshConfig fresh = fresh();
        assertThat(fresh.find(KEY)).isEmpty();

        low.set(KEY, "one");

        assertThat(fresh.find(KEY)).contains(new Found("one", "low", 200));
    }

    @Test
    void find_valueRemovedUnderACache_isGone() {
        FreshConfig fresh = fresh();
        low.set(KEY, "one");
        assertThat(fresh.find(KEY)).isPresent();

        low.remove(KEY);

        assertThat(fresh.find(KEY)).isEmpty();
    }

    @Test
    void find_higherSourceAppearedUnderACache_wins() {
        FreshConfig fresh = fresh();
        low.set(KEY, "one");
        assertThat(fresh.find(KEY)).isPresent();

        high.set(KEY, "two");

        assertThat(fresh.find(KEY)).contains(new Found("two", "high", 300));
        assertThat(fresh.all(KEY)).containsExactly(new Found("two", "high", 300), new Found("one", "low", 200));
    }

    @Test
    void find_whatAnExpressionNamesChangedUnderACache_isTheNewValue() {
        low.set(KEY, "${stored.elsewhere:none}");
        high.set("stored.elsewhere", "one");
        FreshConfig fresh = fresh();
        assertThat(fresh.find(KEY).map(Found::value)).contains("one");

        high.set("stored.elsewhere", "two");

        assertThat(fresh.find(KEY)).contains(new Found("two", "low", 200));
    }

    @Test
    void find_valueOfTheProfile_countsBeforeThePlainOneOfTheSameSource() {
        high.set("mp.config.profile", "dev");
        low.set(KEY, "plain").set("%dev." + KEY, "one");
        FreshConfig fresh = fresh();
        assertThat(fresh.find(KEY).map(Found::value)).contains("one");

        low.set("%dev." + KEY, "two");

        assertThat(fresh.find(KEY)).contains(new Found("two", "low", 200));
    }

    @Test
    void find_plainValueOfAHigherSource_countsBeforeTheProfiles() {
        high.set("mp.config.profile", "dev").set(KEY, "plain");
        low.set("%dev." + KEY, "one");

        assertThat(fresh().find(KEY)).contains(new Found("plain", "high", 300));
    }

    @Test
    void find_smallRyesOwnProfileKeys_areKnown() {
        high.set("smallrye.config.profile", "dev");
        low.set(KEY, "plain").set("%dev." + KEY, "one");

        assertThat(fresh().find(KEY)).contains(new Found("one", "low", 200));
    }

    @Test
    void find_expressionThatLeadsNowhere_isNoValue() {
        low.set(KEY, "begin${not.there}");

        FreshConfig fresh = fresh();

        assertThatThrownBy(() -> fresh.find(KEY)).isInstanceOf(NoSuchElementException.class);
    }

    /** Payara puts nothing where an expression leads nowhere, and calls the rest the value. */
    @Test
    void find_expressionThatTheServerDropped_isNoValue() {
        Config truncating = new CachingConfig(SettableSource.config(low));
        low.set(KEY, "begin");
        assertThat(truncating.getConfigValue(KEY).getValue()).isEqualTo("begin");
        low.set(KEY, "begin${not.there}");
        FreshConfig fresh = new FreshConfig(truncating);

        assertThatThrownBy(() -> fresh.find(KEY)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void find_blankValue_countsAsGiven() {
        high.set(KEY, "");
        low.set(KEY, "one");

        assertThat(fresh().find(KEY)).contains(new Found("", "high", 300));
    }

    @Test
    void toString_ofAFoundValue_doesNotShowIt() {
        assertThat(List.of(new Found("value", "low", 1)).toString())
                .doesNotContain("value\"")
                .contains("low");
    }
}
