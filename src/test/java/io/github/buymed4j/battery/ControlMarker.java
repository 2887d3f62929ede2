package io.github.buymed4j.battery;

/** As {@link Marker}, in the applications that are the control. */
final class ControlMarker {

    static final ControlMarker OF_THIS_LOADER = new ControlMarker();

    private ControlMarker() {}
}
