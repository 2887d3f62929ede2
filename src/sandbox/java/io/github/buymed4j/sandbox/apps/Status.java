package io.github.buymed4j.sandbox.apps;

/** Of an application, and of each scope that it has asked for. */
public enum Status {
    PENDING("Pending"),
    ACTIVE("Active"),
    INACTIVE("Inactive");

    private final String label;

    Status(String label) {
        this.label = label;
    }

    /** As the platform writes it. */
    public String label() {
        return label;
    }
}
