package org.gongkai.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages of a desk, as an editor uses them. */
final class DeskPage {

    private static final long SECONDS = 30;

    /** Waits in the page for a while, as a question from outside takes ten times as much as one asked there. */
    private static final String SOON =
            """
            const done = arguments[0], test = function () { %s };
            let left = 40;
            const timer = setInterval(() => {
              let ended = --left < 0;
              try {
                ended = ended || test() === true;
              } catch (failed) {
                ended = true;
              }
              if (ended) {
                clearInterval(timer);
                done();
              }
            }, 50);
            """;

    private final Browser browser;

    DeskPage(Browser browser, URI address) {
        this(browser, address, ".overview");
    }

    /** @param awaited what is there when the page can be used */
    DeskPage(Browser browser, URI address, String awaited) {
        this.browser = browser;
        browser.open(address);
        await(awaited);
    }

    /** Opens a page by what follows {@code #} in its address. */
    DeskPage go(String hash, String awaited) throws InterruptedException {
        browser.run("location.hash = encodeURI(arguments[0])", hash);
        return await(awaited);
    }

    /** Opens an entry to write on it, even if readers see it, and waits for its preview. */
    DeskPage entry(String path) throws InterruptedException {
        go("/entry/" + path, ".entry");
        return awaitTrue("document.querySelector('.is-locked .fate button')?.click();"
                + "return (!document.querySelector('iframe').hidden || !!document.querySelector('.problems li'))"
                + " && !!document.querySelector('.sheet-text')?.textContent");
    }

    DeskPage await(String selector) {
        return awaitTrue("return !!document.querySelector('" + selector + "')");
    }

    /** Waits until an element holds a text. */
    DeskPage await(String selector, String text) {
        return awaitTrue("return Array.from(document.querySelectorAll('" + selector
                + "')).some(element => element.innerText.includes('" + text + "'))");
    }

    /** Waits until the page that is previewed holds a text. */
    DeskPage awaitPreview(String text) {
        return awaitTrue("const page = document.querySelector('iframe').contentDocument;"
                + "return !!page && !!page.body && page.body.innerText.includes('" + text + "')");
    }

    /** Waits until a script returns true, for as long as the page says that it is at work. */
    DeskPage awaitTrue(String script) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        String waiting = SOON.formatted(script);
        while (!Boolean.TRUE.equals(browser.run(script))) {
            if (System.nanoTime() > end && browser.findAll(".working").isEmpty()) {
                throw new AssertionError(script + "\n" + browser.run("return document.body.innerText"));
            }
            try {
                browser.await(waiting);
            } catch (JavascriptException e) {
                // Another page was opened meanwhile.
            }
        }
        return this;
    }

    /** Presses the button with a label, in the dialog if one is open. */
    DeskPage press(String label) {
        String script =
                """
                const dialog = document.querySelector('dialog[open]');
                const all = Array.from((dialog || document).querySelectorAll('button, a.button'));
                const found = all.find(button => (button.dataset.name || button.textContent.trim()) === arguments[0] && button.offsetParent) || null;
                document.querySelectorAll('.more-actions').forEach(menu => { menu.open = menu.contains(found); });
                for (let box = found && found.closest('details'); box; box = box.parentElement.closest('details')) {
                  box.open = true;
                }
                return found
                """;
        awaitTrue("return !!(function () {" + script.replace("arguments[0]", "'" + label + "'") + "})()");
        ((WebElement) browser.run(script, label)).click();
        return this;
    }

    /** Types into an input, instead of what it holds. */
    DeskPage fill(String selector, String text) {
        await(selector);
        WebElement input = browser.find(selector);
        input.clear();
        input.sendKeys(text);
        return this;
    }

    /** Sets the value of the input of a field in the form. */
    DeskPage field(String name, String text) {
        browser.run("document.querySelectorAll('.form details').forEach(box => { box.open = true; })");
        WebElement input = browser.find("[data-field='" + name + "'] input, [data-field='" + name + "'] textarea");
        input.clear();
        input.sendKeys(text);
        return this;
    }

    /** Chooses a value of a field in the form. */
    DeskPage select(String name, String value) {
        browser.run("document.querySelectorAll('.form details').forEach(box => { box.open = true; })");
        browser.find("[data-field='" + name + "'] option[value='" + value + "']")
                .click();
        return this;
    }

    /** Types at the end of the text of an entry. */
    DeskPage type(String text) {
        return typeAfter(Keys.END, text);
    }

    /** Replaces the text of an entry as somebody does who selects all of it and types. */
    DeskPage retype(String text) {
        return typeAfter("a", text);
    }

    private DeskPage typeAfter(CharSequence key, String text) {
        boolean isSource = browser.findAll(".CodeMirror-code").stream().anyMatch(WebElement::isDisplayed);
        String place = isSource ? ".CodeMirror-code" : ".sheet-text";
        awaitTrue("return document.querySelector('.sheet-text')?.textContent !== ''");
        // The sheet puts its own cursor back a moment after it is entered, sooner than hands press the next key.
        browser.run("document.querySelector('" + place + "').focus();"
                + "return new Promise(entered => setTimeout(entered, 30));");
        browser.find(place).sendKeys(Keys.chord(Keys.CONTROL, key));
        browser.press(text);
        return this;
    }

    /** Shows the source of the text instead of the sheet. */
    DeskPage source() {
        return press("文件里的写法").awaitTrue("return !!document.querySelector('.CodeMirror').offsetParent");
    }

    /** The text of an entry: its source if that is shown, else its blocks on the sheet, each on a line. */
    String text() {
        return (String)
                browser.run(
                        """
                const code = document.querySelector('.CodeMirror');
                return code.offsetParent ? code.CodeMirror.getValue()
                  : Array.from(document.querySelector('.sheet-text').children, block => block.textContent).join('\\n');
                """);
    }

    /** Waits until everything that was typed is in the journal. */
    DeskPage awaitKept() {
        return await(".saved", "已自动备份");
    }

    /** Saves, and waits until it is done. */
    DeskPage save() {
        awaitKept();
        press("保存");
        return await(".saved", "已保存");
    }

    /** Chooses a file, for a new entry or for the text of one. */
    DeskPage choose(Path file) {
        ((WebElement) browser.run("return Array.from(document.querySelectorAll('input[type=file]'))"
                        + ".find(input => input.parentNode.offsetParent)"))
                .sendKeys(file.toString());
        return this;
    }

    /** What an element shows. */
    String shown(String selector) {
        return browser.find(selector).getText();
    }

    Browser browser() {
        return browser;
    }
}
