package io.github.buymed4j.internal.database;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kind of a database failure, as far as the driver or the pool reports it. */
enum Failure {
    /** The server has no data source of this name. */
    NO_DATA_SOURCE("there is no such data source; define it on the server, or name another one"),
    REFUSED("the database cannot be reached: the connection was refused, or the host is not known"),
    TIMED_OUT("the time was over: the database does not answer, or its pool has no free connection"),
    LOGIN_REFUSED("the database refuses the user or the password of the data source"),
    NO_PERMISSION("the user of the data source may not use the table"),
    NO_TABLE("there is no such table, or it lacks a column"),
    READ_ONLY("the database is read-only"),
    TOO_MANY_CONNECTIONS("the database accepts no further connection"),
    BROKEN("the connection broke"),
    /** Another transaction changed the row first; the statement can be repeated. */
    CONFLICT("another transaction changed the same row at the same time"),
    /** Such a row already exists. */
    DUPLICATE("there is such a row already"),
    OTHER("the database refuses the statement");

    private static final int MOST_CAUSES = 10;
    private static final Pattern TIME_OUT = Pattern.compile("(?i)time(d )?\\s?out");
    private static final List<Class<?>> UNREACHABLE =
            List.of(ConnectException.class, UnknownHostException.class, NoRouteToHostException.class);
    private static final List<Class<?>> TIMEOUTS =
            List.of(SocketTimeoutException.class, SQLTimeoutException.class, SQLTransientConnectionException.class);

    private final String text;

    Failure(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Decides by the exceptions' classes and the SQL state, and by a message only where a pool provides neither. */
    static Failure of(Throwable thrown) {
        List<Throwable> causes = Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
        Failure byState = thrown instanceof SQLException sql ? ofState(Objects.toString(sql.getSQLState(), "")) : OTHER;
        boolean ofTheConnection = byState == OTHER || byState == BROKEN;
        if (ofTheConnection && (isAny(causes, TIMEOUTS) || causes.stream().anyMatch(Failure::saysTimeOut))) {
            return TIMED_OUT;
        }
        return ofTheConnection && isAny(causes, UNREACHABLE) ? REFUSED : byState;
    }

    private static boolean isAny(List<Throwable> causes, List<Class<?>> classes) {
        return causes.stream().anyMatch(cause -> classes.stream().anyMatch(type -> type.isInstance(cause)));
    }

    private static boolean saysTimeOut(Throwable cause) {
        return TIME_OUT.matcher(Objects.toString(cause.getMessage(), "")).find();
    }

    private static Failure ofState(String state) {
        return switch (state) {
            case "42P01", "42S02", "42S03", "42S04", "42703", "42S22" -> NO_TABLE;
            case "42501", "90096" -> NO_PERMISSION;
            case "25006" -> READ_ONLY;
            case "53300" -> TOO_MANY_CONNECTIONS;
            case "57014", "HYT00", "HYT01" -> TIMED_OUT;
            case "23505" -> DUPLICATE; // the other states of this class are constraints of another kind
            default -> ofClass(state.substring(0, Math.min(2, state.length())));
        };
    }

    private static Failure ofClass(String first) {
        return switch (first) {
            case "08", "57" -> BROKEN;
            case "28" -> LOGIN_REFUSED;
            case "40" -> CONFLICT;
            default -> OTHER;
        };
    }
}
