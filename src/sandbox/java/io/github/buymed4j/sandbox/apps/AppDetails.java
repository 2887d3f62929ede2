package io.github.buymed4j.sandbox.apps;

/**
 * What a developer says of an application.
 *
 * @param purpose why it needs the platform's data
 * @param redirectUri where the pharmacies' browsers are sent back to; empty for an application that asks no pharmacy
 */
public record AppDetails(
        String name, String description, String purpose, Region region, AppType type, String redirectUri) {
    public AppDetails {
        RedirectUri.check(redirectUri);
    }

    /** Of an application that is made for a test. */
    public static AppDetails of(String name, String redirectUri) {
        return new AppDetails(name, "", "", Region.VIETNAM, AppType.PHARMACY, redirectUri);
    }
}
