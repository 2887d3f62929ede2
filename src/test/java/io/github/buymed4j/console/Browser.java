package io.github.buymed4j.console;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * Debian's Chromium without a window, and what a person does with the console in it. There are two at most, for two persons
 * at the same time; each starts when it is first needed and ends with the JVM.
 */
final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Keeps the controls that can have the focus, in the order of the page, and how they look without it. */
    private static final String TAB_STOPS = """
            window.looks = e => {
                const style = getComputedStyle(e);
                return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join(" ");
            };
            const chosen = e => e.type !== "radio" || e.checked
                || !document.querySelector(`input[type=radio][name="${e.name}"]:checked`);
            window.stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
                .filter(e => !e.disabled && e.type !== "hidden" && e.getClientRects().length > 0 && chosen(e));
            window.atRest = stops.map(looks);
            window.lastTop = 0;
            return [...document.querySelectorAll("[onclick], [role=button]:not(button), [role=link]:not(a)")]
                .map(e => "for the mouse: " + e.outerHTML)
                .concat(stops.filter(e => e.tabIndex !== 0).map(e => "out of order: " + e.outerHTML));
            """;

    private static final String BACK_AT_STOP = """
            const expected = stops[arguments[0]];
            const at = document.activeElement;
            return at === expected ? [] : ["not " + expected.outerHTML + " but " + at.outerHTML.slice(0, 200)];
            """;

    private static final String AT_STOP = """
            const expected = stops[arguments[0]];
            const at = document.activeElement;
            if (at !== expected) {
                return ["not " + expected.outerHTML + " but " + at.outerHTML.slice(0, 200)];
            }
            const found = [];
            const box = at.getBoundingClientRect();
            const style = getComputedStyle(at);
            if (looks(at) === atRest[arguments[0]] || (style.outlineStyle === "none" && style.boxShadow === "none")) {
                found.push("focus not visible: " + at.outerHTML);
            }
            if (box.right <= 0 || box.left >= innerWidth || box.bottom <= 0 || box.top >= innerHeight) {
                found.push("outside of the window: " + at.outerHTML);
            }
            if (box.bottom + scrollY <= lastTop) {
                found.push("above the one before: " + at.outerHTML);
            }
            lastTop = box.top + scrollY;
            return found;
            """;

    private static final Map<String, ChromeDriver> DRIVERS = new ConcurrentHashMap<>();

    private final ChromeDriver driver;
    private final String console;

    private Browser(ChromeDriver driver, String console) {
        this.driver = driver;
        this.console = console;
    }

    /** One person's, which knows nothing of what it was used for before; paths are relative to the address. */
    static Browser one(String console) {
        return asNew("one", console);
    }

    /** Another person's, likewise. */
    static Browser other(String console) {
        return asNew("other", console);
    }

    /**
     * In few processes, which no page notices, but which take a quarter less of the processor's time. The driver's path is
     * given, so that Selenium looks for none.
     */
    private static ChromeDriver start() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--disable-features=SpareRendererForSitePerProcess,IsolateOrigins,site-per-process",
                "--process-per-site",
                "--renderer-process-limit=1",
                "--in-process-gpu",
                "--disable-extensions",
                "--disable-component-extensions-with-background-pages",
                "--disable-component-update",
                "--user-data-dir=" + profile());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
        driver.manage().timeouts().implicitlyWait(PATIENCE).pageLoadTimeout(PATIENCE);
        return driver;
    }

    private static Path profile() {
        try {
            return Files.createTempDirectory("browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Browser asNew(String person, String console) {
        ChromeDriver driver = DRIVERS.computeIfAbsent(person, unused -> start());
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        Browser browser = new Browser(driver, console).inZone("").prefer("light");
        driver.get("about:blank");
        return browser;
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

    /** Moves the focus with the Tab key alone to the element that has this id or, for a link, this text. */
    Browser tabTo(String name) {
        for (int tabs = 0; tabs < 60; tabs++) {
            WebElement focused = driver.switchTo().activeElement();
            if (name.equals(focused.getAttribute("id")) || name.equals(focused.getText())) {
                return this;
            }
            keys(Keys.TAB);
        }
        throw new AssertionError("The Tab key does not lead to " + name);
    }

    /** The id of the element that has the focus. */
    String focused() {
        return String.valueOf(driver.switchTo().activeElement().getAttribute("id"));
    }

    /** Clicks on the first element that the CSS selector finds; the page stays. */
    Browser click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
        return this;
    }

    boolean isShown(String id) {
        return find(id).isDisplayed();
    }

    /** Leaves something on this page that is gone once the page is loaded again. */
    Browser mark() {
        driver.executeScript("document.documentElement.dataset.marked = 'yes'");
        return this;
    }

    boolean isMarked() {
        return !driver.findElements(By.cssSelector("html[data-marked]")).isEmpty();
    }

    /** Whether the table's first row comes to contain the text within a minute. */
    boolean awaitFirstRow(String id, String text) {
        return !driver.findElements(By.xpath("//*[@id='" + id + "']/tbody/tr[1][contains(., '" + text + "')]"))
                .isEmpty();
    }

    /** Logs out in another tab, while this one stays as it is. */
    Browser logOutBesides() {
        driver.executeScript("""
                fetch('index.xhtml').then(page => page.text()).then(text => {
                  const form = new DOMParser().parseFromString(text, 'text/html').getElementById('session');
                  const fields = new URLSearchParams(new FormData(form));
                  fields.set('session:logOut', 'pressed');
                  fetch(form.getAttribute('action'), {method: 'POST', body: fields});
                });
                """);
        return this;
    }

    /** Presses keys where the focus is. */
    Browser keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** Presses a key while the other one is held. */
    Browser keyWith(Keys held, CharSequence key) {
        new Actions(driver).keyDown(held).sendKeys(key).keyUp(held).perform();
        return this;
    }

    /** Presses keys where the focus is, and returns when the page that follows is there. */
    Browser leaveWith(CharSequence... keys) {
        return leave(() -> keys(keys));
    }

    /**
     * What hinders somebody at the page, which was just opened, who has a keyboard alone: a control that the Tab key does not come
     * to, in the order of the page and back again; a focus that cannot be seen; a control that keeps it; one for the mouse.
     */
    List<String> keyboardBarriers() {
        List<String> found = new ArrayList<>(strings(driver.executeScript(TAB_STOPS)));
        int stops = Math.toIntExact((Long) Objects.requireNonNull(driver.executeScript("return stops.length")));
        for (int stop = 0; stop < stops; stop++) {
            keys(Keys.TAB);
            found.addAll(strings(driver.executeScript(AT_STOP, stop)));
        }
        found.addAll(trap(() -> keys(Keys.TAB)));
        driver.executeScript("stops[stops.length - 1].focus()");
        for (int stop = stops - 2; stop >= 0; stop--) {
            keyWith(Keys.SHIFT, Keys.TAB);
            found.addAll(strings(driver.executeScript(BACK_AT_STOP, stop)));
        }
        found.addAll(trap(() -> keyWith(Keys.SHIFT, Keys.TAB)));
        return found;
    }

    private List<String> trap(Runnable tab) {
        WebElement before = driver.switchTo().activeElement();
        tab.run();
        return before.equals(driver.switchTo().activeElement()) ? List.of("a trap: " + before.getTagName()) : List.of();
    }

    private static List<String> strings(@Nullable Object found) {
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
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

    /** As where this time zone is, such as {@code Asia/Ho_Chi_Minh}. */
    Browser inZone(String zone) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
        return this;
    }

    /** As on paper. */
    Browser printed() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
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
        return leave(find(id)::click);
    }

    private Browser leave(Runnable action) {
        driver.executeScript("document.documentElement.dataset.left = 'yes'");
        action.run();
        driver.findElement(By.cssSelector("html:not([data-left])"));
        return this;
    }

    /** Does not wait for the page that follows: the driver would, if it left the page before the script has ended. */
    void pressAndGoOn(String id) {
        driver.executeScript("setTimeout(() => document.getElementById(arguments[0]).click(), 500)", id);
    }

    /** Leaves the page as another site would have to make it: without what only our own page knows. */
    Browser forgeViewState() {
        driver.executeScript("document.getElementsByName('jakarta.faces.ViewState').forEach(f => f.value = 'forged')");
        return this;
    }

    /**
     * Waits until the element is there and the page has come to its end: a form that is sent sooner may meet a server that
     * has not kept the page's view yet.
     */
    Browser await(String id) {
        find(id);
        driver.executeAsyncScript(
                "document.readyState === 'complete' ? arguments[0]() : addEventListener('load', () => arguments[0]())");
        return this;
    }

    /**
     * The text of the element; waits until the element is there. Finds it again if the page has just replaced it, as an
     * open page does that is updated.
     */
    String text(String id) {
        try {
            return find(id).getText();
        } catch (StaleElementReferenceException replaced) {
            return find(id).getText();
        }
    }

    /** The text of the first element that the CSS selector finds; waits until there is one. */
    String first(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** How many elements the CSS selector finds now. */
    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** Follows the link with this text. */
    Browser follow(String link) {
        driver.findElement(By.linkText(link)).click();
        return this;
    }

    /** What stands in the field. */
    String value(String id) {
        return Objects.requireNonNull(find(id).getDomProperty("value"));
    }

    /** True if the page has such an element now. */
    boolean has(String id) {
        return !(Boolean) Objects.requireNonNull(
                driver.executeScript("return document.getElementById(arguments[0]) === null", id));
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

    /** The names of the console's cookies. */
    List<String> cookies() {
        return driver.manage().getCookies().stream().map(Cookie::getName).toList();
    }

    void give(Cookie cookie) {
        driver.manage().addCookie(cookie);
    }

    String scriptVisibleCookies() {
        return String.valueOf(driver.executeScript("return document.cookie"));
    }

    private WebElement find(String id) {
        return driver.findElement(By.id(id));
    }
}
