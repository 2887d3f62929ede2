package io.github.buymed4j.console;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** Debian's Chromium without a window, and what a person does with the console in it. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final String console;

    /** The driver's path is given, so that Selenium looks for none. */
    Browser(String console, Path profile) {
        this.console = console;
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(PATIENCE).pageLoadTimeout(PATIENCE);
    }

    /** Knows nothing of what it was used for before. */
    Browser asNew() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        prefer("light");
        driver.get("about:blank");
        return this;
    }

    Browser open(String path) {
        driver.get(console + path);
        return this;
    }

    Browser logIn(String user, String password) {
        find("login:user").sendKeys(user);
        find("login:password").sendKeys(password);
        return press("login:submit");
    }

    /** In place of what stands there. */
    Browser type(String id, String text) {
        WebElement field = find(id);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    Browser tick(String id) {
        find(id).click();
        return this;
    }

    /** Moves the focus to the element with the Tab key alone. */
    Browser tabTo(String id) {
        for (int tabs = 0; tabs < 60; tabs++) {
            if (id.equals(driver.switchTo().activeElement().getAttribute("id"))) {
                return this;
            }
            new Actions(driver).sendKeys(Keys.TAB).perform();
        }
        throw new AssertionError("The Tab key does not lead to " + id);
    }

    /** Presses keys where the focus is. */
    Browser keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** As on a phone of this width. */
    Browser narrow(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 740, "deviceScaleFactor", 1, "mobile", true));
        return this;
    }

    /** The colours that the reader prefers: {@code dark} or {@code light}. */
    Browser prefer(String colours) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
        return this;
    }

    /** How wide the page is, also beyond the window. */
    long width() {
        return (Long) Objects.requireNonNull(driver.executeScript("return document.documentElement.scrollWidth"));
    }

    /** What axe-core finds in the page that is serious or critical: its rules, and the elements. */
    List<?> barriers() throws IOException {
        try (InputStream axe = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) Objects.requireNonNull(driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run().then(found => done(found.violations
                    .filter(violation => ["serious", "critical"].includes(violation.impact))
                    .map(violation => violation.id + ": " + violation.nodes.map(node => node.html).join(" "))));
                """));
    }

    /** A picture of the page, among the build's output. */
    Browser keep(String name) throws IOException {
        Path folder = Path.of(System.getProperty("server.logs"), "screenshots");
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        return this;
    }

    /** Returns when the page that follows is there: an element is looked for on that one, not on this one as it goes. */
    Browser press(String id) {
        driver.executeScript("document.documentElement.dataset.left = 'yes'");
        find(id).click();
        driver.findElement(By.cssSelector("html:not([data-left])"));
        return this;
    }

    /** Leaves the page as another site would have to make it: without what only our own page knows. */
    Browser forgeViewState() {
        driver.executeScript("document.getElementsByName('jakarta.faces.ViewState').forEach(f => f.value = 'forged')");
        return this;
    }

    Browser await(String id) {
        find(id);
        return this;
    }

    /** The text of the element; waits until the element is there. */
    String text(String id) {
        return find(id).getText();
    }

    /** The text of the first element that the CSS selector finds; waits until there is one. */
    String first(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** The page's main heading. */
    String heading() {
        return driver.findElement(By.tagName("h1")).getText();
    }

    String source() {
        return driver.getPageSource();
    }

    String url() {
        return driver.getCurrentUrl();
    }

    /** The cookie that remembers the log-in. */
    Cookie session() {
        return Objects.requireNonNull(driver.manage().getCookieNamed("BUYMED-CONSOLE"), "not logged in");
    }

    void give(Cookie cookie) {
        driver.manage().addCookie(cookie);
    }

    String scriptVisibleCookies() {
        return String.valueOf(driver.executeScript("return document.cookie"));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private WebElement find(String id) {
        return driver.findElement(By.id(id));
    }
}
