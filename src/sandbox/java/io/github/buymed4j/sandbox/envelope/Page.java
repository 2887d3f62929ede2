package io.github.buymed4j.sandbox.envelope;

import io.github.buymed4j.sandbox.http.Parameters;

/** Which page of a list is asked for: {@code page} (from 1) and {@code limit} (20, at most 100). */
public record Page(int number, int limit) {
    private static final int LARGEST = 100;

    /**
     * The page that the query string names.
     *
     * @throws Refusal 400 when the platform has no such page
     */
    public static Page of(Parameters parameters) {
        return new Page(number(parameters, "page", 1, Integer.MAX_VALUE), number(parameters, "limit", 20, LARGEST));
    }

    private static int number(Parameters parameters, String name, int otherwise, int largest) {
        String text = parameters.first(name).orElse(String.valueOf(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, like a number out of range
        }
        throw Refusal.invalid("INVALID_PARAMETER", name + " phải từ 1 đến " + largest);
    }

    public long offset() {
        return (number - 1L) * limit;
    }

    public long pagesFor(long total) {
        return (total + limit - 1) / limit;
    }
}
