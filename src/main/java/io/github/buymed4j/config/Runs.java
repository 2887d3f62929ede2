package io.github.buymed4j.config;

import java.util.BitSet;
import java.util.List;

/**
 * Finds positions at which a text may share a run of characters with known texts, in one pass and without allocation,
 * by the hashes of all their runs (Rabin-Karp). Thread-safe.
 */
final class Runs {

    private static final int HASHES = 1 << 14;
    private static final int FACTOR = 31;

    private final BitSet known = new BitSet(HASHES);
    private final int size;
    private final int weightOfFirst;

    /** Takes the length of the runs; it is reduced to the length of the shortest text. */
    Runs(List<String> texts, int longest) {
        this.size = texts.stream()
                .mapToInt(String::length)
                .filter(length -> length > 0)
                .map(length -> Math.min(length, longest))
                .min()
                .orElse(longest);
        int weight = 1;
        for (int i = 1; i < size; i++) {
            weight *= FACTOR;
        }
        this.weightOfFirst = weight;
        texts.forEach(this::add);
    }

    private void add(String text) {
        for (int begin = 0; begin + size <= text.length(); begin++) {
            known.set(index(hash(text, begin)));
        }
    }

    /** The start of the next run that is probably known, from the position on; -1 if there is none. */
    int next(String text, int from) {
        if (from + size > text.length()) {
            return -1;
        }
        int begin = from;
        int hash = hash(text, begin);
        while (!known.get(index(hash))) {
            int end = begin + size;
            if (end == text.length()) {
                return -1;
            }
            hash = (hash - text.charAt(begin) * weightOfFirst) * FACTOR + text.charAt(end);
            begin++;
        }
        return begin;
    }

    private int hash(String text, int begin) {
        int hash = 0;
        for (int i = begin; i < begin + size; i++) {
            hash = hash * FACTOR + text.charAt(i);
        }
        return hash;
    }

    private static int index(int hash) {
        return (hash ^ (hash >>> 16)) & (HASHES - 1);
    }
}
