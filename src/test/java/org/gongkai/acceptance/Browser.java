package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gongkai.publish.print.ChromiumFinder;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The machine's Chromium, headless, reading pages from {@code file://}. */
final class Browser implements AutoCloseable {

    /** Width of a small phone, in CSS pixels. */
    static final int NARROW = 360;

    /** Width of a desk. */
    static final int WIDE = 1280;

    /** What Debian's command of this name starts from a shell, which would die alone when the driver ends it. */
    private static final File WITHOUT_WINDOWS = new File("/usr/lib/chromium/chromium-headless-shell");

    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;
    private String script;

    Browser() {
        // It misses classes for the newest DevTools, of which only commands by name are used here.
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium().orElseThrow());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions",
                "--no-first-run",
                "--no-proxy-server",
                // No script of a page runs long enough for the optimizing compilers of V8 to pay, and what axe leaves
                // behind fits into this heap of young objects.
                "--js-flags=--no-opt --no-maglev --min-semi-space-size=32",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--lang=zh-CN");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        // Named outright, so that Selenium looks for nothing and downloads nothing.
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver().orElseThrow())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30)).pageLoadTimeout(Duration.ofSeconds(30));
        width(WIDE);
    }

    /** What the machine lacks, if anything. */
    static Optional<String> missing() {
        if (chromium().isEmpty()) {
            return Optional.of("no Chromium on this machine (chromium, chromium-browser or google-chrome on the PATH)");
        }
        return chromedriver().isEmpty()
                ? Optional.of("no chromedriver on this machine (package chromium-driver)")
                : Optional.empty();
    }

    /** The one without windows first: the same engine for half the work. */
    private static Optional<File> chromium() {
        return Optional.of(WITHOUT_WINDOWS)
                .filter(File::canExecute)
                .or(() -> executable("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"));
    }

    /** The environment in which the program prints with it, too. */
    static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        chromium().ifPresent(program -> environment.put(ChromiumFinder.VARIABLE, program.toString()));
        return environment;
    }

    private static Optional<File> chromedriver() {
        return executable("chromedriver");
    }

    private static Optional<File> executable(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator)).map(folder -> new File(folder, name)))
                .filter(file -> file.isFile() && file.canExecute())
                .findFirst();
    }

    /** Shows the other one of two tabs, which is opened first. */
    void otherTab() {
        String now = driver.getWindowHandle();
        driver.getWindowHandles().stream()
                .filter(tab -> !tab.equals(now))
                .findFirst()
                .ifPresentOrElse(
                        driver.switchTo()::window, () -> driver.switchTo().newWindow(WindowType.TAB));
    }

    /** Wide, with scripts, with nothing remembered or said, as a reader's first visit. */
    void reset() {
        while (driver.getWindowHandles().size() > 1) {
            driver.close();
            driver.switchTo().window(driver.getWindowHandles().iterator().next());
        }
        clock(null);
        if (!address().startsWith("data:") && !address().startsWith("about:")) {
            // Denied on the page that stands for a server that is gone.
            run("try { localStorage.clear() } catch (denied) {}");
        }
        driver.get("about:blank");
        command("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        // Of an empty page, as to lay out the one before once more takes time.
        width(WIDE);
        paper(false);
        console();
    }

    /** Lays pages out at a width; the narrow one as a phone does. */
    void width(int pixels) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", pixels == NARROW));
    }

    /** Shows pages as they come out on paper, or on a screen again. */
    void paper(boolean on) {
        command("Emulation.setEmulatedMedia", Map.of("media", on ? "print" : "", "features", List.of()));
    }

    /** Shows pages in the palette that the reader's system forces on them. */
    void forcedColors() {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
    }

    /** Pages opened from now on run no script of their own; {@link #run} works all the same. */
    void withoutScripts() {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** The reader's clock for pages opened from now on: a day, or a time of it; the machine's own if null. */
    void clock(String time) {
        String day = time == null || time.contains("T") ? time : time + "T10:00:00";
        beforePages(
                day == null
                        ? null
                        : "(function (Real) { Date = function (at) { return new Real(at || '" + day + "'); };"
                                + " Date.now = function () { return new Real('" + day
                                + "').getTime(); }; }(Date));");
    }

    /** Runs a script before those of pages opened from now on, instead of the one before; none if null. */
    void beforePages(String source) {
        if (script != null) {
            command("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
            script = null;
        }
        if (source != null) {
            script =
                    (String) driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", source))
                            .get("identifier");
        }
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    /** Opens a file as a reader does who clicks it in a folder. */
    void open(Path file) {
        open(file.toUri());
    }

    void open(URI address) {
        driver.get(address.toString());
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** Whether a page that leads on has done so, and the page there is complete. */
    boolean hasOpened(URI target) {
        return address().equals(target.toString())
                && run("return document.readyState").equals("complete");
    }

    String title() {
        return driver.getTitle();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> findAll(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Whether a reader sees the element, or at least a dot of it. */
    boolean shows(String selector) {
        return findAll(selector).stream().anyMatch(Browser::isDisplayed);
    }

    /** A script of the page may remove an element that was just found. */
    private static boolean isDisplayed(WebElement element) {
        try {
            return element.isDisplayed();
        } catch (StaleElementReferenceException gone) {
            return false;
        }
    }

    /** Presses keys, one after the other, wherever the focus is. */
    void press(CharSequence... keys) {
        for (CharSequence key : keys) {
            new Actions(driver).sendKeys(key).perform();
        }
    }

    /** Shows a word that an input method is still composing, instead of the one that it was composing. */
    void compose(String word) {
        command(
                "Input.imeSetComposition",
                Map.of("text", word, "selectionStart", word.length(), "selectionEnd", word.length()));
    }

    /** Ends the composition with a text. */
    void composed(String text) {
        command("Input.insertText", Map.of("text", text));
    }

    /** The {@code id} of the element that has the focus, or its name if it has none. */
    String focus() {
        return (String) run("return document.activeElement.id || document.activeElement.className");
    }

    /** A property of an element's computed style. */
    String style(String selector, String property) {
        return find(selector).getCssValue(property);
    }

    Object run(String javaScript, Object... arguments) {
        return driver.executeScript(javaScript, arguments);
    }

    /** Runs a long script as it stands, in half the time that {@link #run} takes to make a function of it. */
    void load(String javaScript) {
        command("Runtime.evaluate", Map.of("expression", javaScript));
    }

    /** Runs a script that calls its last argument when it is done. */
    Object await(String javaScript, Object... arguments) {
        return driver.executeAsyncScript(javaScript, arguments);
    }

    /** Waits until a page whose address contains a text has been opened: a click does not wait for what it leads to. */
    void awaitAddress(String part) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!address().contains(part) || !"complete".equals(driver.executeScript("return document.readyState"))) {
            assertThat(System.nanoTime()).as("time left until " + part).isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** What the console said since it was last asked. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
