package io.github.buymed4j.it;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Replies that lead away from the platform, by name, such as {@code OTHER_PORT-307}. */
final class Redirects {

    private Redirects() {}

    /** Where a redirect may lead to; each to the sink, if it is followed, but the last one. */
    private enum Target {
        OTHER_PORT,
        OTHER_HOST,
        OTHER_SCHEME,
        USER_INFO,
        LOOK_ALIKE,
        CHAIN,
        SAME_ORIGIN;

        String location(String platform, String sink) {
            return switch (this) {
                case OTHER_PORT -> sink + "/stolen";
                case OTHER_HOST -> sink.replace("127.0.0.1", "localhost") + "/stolen";
                case OTHER_SCHEME -> sink.replace("http:", "https:") + "/stolen";
                // the platform's address as a user and a password
                case USER_INFO -> platform + "@" + sink.replace("http://", "") + "/stolen";
                // the same machine, as a number
                case LOOK_ALIKE -> sink.replace("127.0.0.1", "2130706433") + "/stolen";
                case CHAIN -> sink + "/chain";
                case SAME_ORIGIN -> platform + "/faults/fine";
            };
        }
    }

    static Stream<String> names() {
        return IntStream.of(301, 302, 303, 307, 308)
                .boxed()
                .flatMap(status -> Stream.of(Target.values()).map(target -> target + "-" + status));
    }

    /** A platform that redirects so, to the sink, which would ask for credentials. */
    static FaultyPlatform to(FaultyPlatform sink) {
        FaultyPlatform platform = new FaultyPlatform();
        names().forEach(name -> {
            Target target = Target.valueOf(name.substring(0, name.indexOf('-')));
            int status = Integer.parseInt(name.substring(name.indexOf('-') + 1));
            String location =
                    target.location(platform.url().toString(), sink.url().toString());
            platform.on(name, status, "text/plain", "", "Location: " + location);
        });
        sink.onJson("stolen", 401, "{}", "WWW-Authenticate: Basic realm=\"buymed\"");
        sink.on("chain", 302, "text/plain", "", "Location: " + sink.url() + "/stolen");
        return platform;
    }
}
