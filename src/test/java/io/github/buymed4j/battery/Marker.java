package io.github.buymed4j.battery;

/** One object of this class lives for each class loader of an application that has not been collected. */
final class Marker {

    static final Marker OF_THIS_LOADER = new Marker();

    private Marker() {}
}
