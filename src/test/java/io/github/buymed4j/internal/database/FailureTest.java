package io.github.buymed4j.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "42P01, NO_TABLE",
        "42S02, NO_TABLE",
        "42703, NO_TABLE",
        "42501, NO_PERMISSION",
        "90096, NO_PERMISSION",
        "28P01, LOGIN_REFUSED",
        "28000, LOGIN_REFUSED",
        "25006, READ_ONLY",
        "57014, TIMED_OUT",
        "57P01, BROKEN",
        "08006, BROKEN",
        "53300, TOO_MANY_CONNECTIONS",
        "23505, DUPLICATE",
        "23000, OTHER",
        "23001, OTHER",
        "23502, OTHER",
        "23503, OTHER",
        "23506, OTHER",
        "23513, OTHER",
        "23514, OTHER",
        "23P01, OTHER",
        "40001, CONFLICT",
        "40P01, CONFLICT",
        "42601, OTHER",
        "'', OTHER",
        ", OTHER"
    })
    void of_sqlState_isWhatTheStateSays(String state, Failure failure) {
        assertThat(Failure.of(new SQLException("", state))).isEqualTo(failure);
    }

    @ParameterizedTest
    @MethodSource
    void of_refused_isSoWhateverIsAroundIt(SQLException e) {
        assertThat(Failure.of(e)).isEqualTo(Failure.REFUSED);
    }

    static Stream<SQLException> of_refused_isSoWhateverIsAroundIt() {
        return Stream.of(
                new SQLException("", "08001", new ConnectException("Connection refused")),
                new SQLException("pool", new RuntimeException(new UnknownHostException("db"))));
    }

    @ParameterizedTest
    @MethodSource
    void of_timedOut_isSoForEachPoolsWayToSayIt(SQLException e) {
        assertThat(Failure.of(e)).isEqualTo(Failure.TIMED_OUT);
    }

    static Stream<SQLException> of_timedOut_isSoForEachPoolsWayToSayIt() {
        return Stream.of(
                new SQLException("", "08006", new SocketTimeoutException("Read timed out")),
                new SQLException("", "08001", new ConnectException("Connection timed out")),
                new SQLException("Login timeout", "08001"),
                new SQLTimeoutException(),
                new SQLTransientConnectionException("Connection is not available"),
                new SQLException(new RuntimeException("no connection within the configured blocking timeout")));
    }

    @Test
    void of_causeThatIsItsOwn_ends() {
        SQLException first = new SQLException("first");
        first.initCause(new SQLException("second", first));

        assertThat(Failure.of(first)).isEqualTo(Failure.OTHER);
    }
}
