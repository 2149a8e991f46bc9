package org.gongkai.publish.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gongkai.publish.print.ChromiumFinder.BrowserFailure;

/**
 * A browser of this machine without a window, which reaches no network. It is started once for each page: that takes a
 * second and needs no open port, which other users of the machine could reach.
 *
 * @param program the program of the browser
 * @param profile a folder for the files of the browser, which nothing else uses
 * @param isAdministrator whether the user is {@code root}, for whom Chromium starts without its sandbox only
 */
record Chromium(Path program, Path profile, boolean isAdministrator) {

    /** Far longer than any page takes; a browser that waits for a person would wait for ever. */
    private static final int SECONDS = 120;

    /**
     * Prints a page.
     *
     * @param page an HTML file
     * @param pdf the file to write
     * @throws BrowserFailure if the browser does not start, does not end or writes nothing
     * @throws IOException if the outcome cannot be examined
     */
    void print(Path page, Path pdf) throws BrowserFailure, IOException {
        Process process = start(page, pdf);
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new BrowserFailure("浏览器 " + SECONDS + " 秒还没有打印完，已经停止：" + program);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserFailure("打印中断了");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (!Files.isRegularFile(pdf) || Files.size(pdf) == 0) {
            throw new BrowserFailure("浏览器没有打印出来（退出状态 " + process.exitValue() + "）：" + program);
        }
    }

    private Process start(Path page, Path pdf) throws BrowserFailure {
        try {
            return new ProcessBuilder(command(page, pdf))
                    .directory(profile.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new BrowserFailure("浏览器不能启动：" + program);
        }
    }

    private List<String> command(Path page, Path pdf) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--disable-gpu",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-extensions",
                "--disable-sync",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-dev-shm-usage",
                // Every name is unknown, and whatever is asked for by number goes to a proxy that is not there.
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--proxy-server=http://127.0.0.1:9",
                "--proxy-bypass-list=<-loopback>",
                "--lang=zh-CN",
                "--user-data-dir=" + profile,
                // The second name of the same option is that of older browsers.
                "--no-pdf-header-footer",
                "--print-to-pdf-no-header",
                "--generate-pdf-document-outline",
                "--print-to-pdf=" + pdf));
        if (isAdministrator) {
            command.add("--no-sandbox");
        }
        command.add(page.toUri().toString());
        return command;
    }
}
