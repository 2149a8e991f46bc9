package org.gongkai.publish.print;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gongkai.io.InstalledProgram;
import org.gongkai.io.InstalledProgram.UsualPlaces;
import org.gongkai.io.TextResource;
import org.gongkai.publish.print.ChromiumFinder.BrowserFailure;

/**
 * Finds a browser on this machine that is made of Chromium.
 *
 * @param system the name of the operating system, as in the system property {@code os.name}
 */
public record ChromiumFinder(String system, Map<String, String> environment) {

    /** The environment variable that names the program of the browser. */
    public static final String VARIABLE = "GONGKAI_CHROMIUM";

    private static final UsualPlaces PLACES = new UsualPlaces(TextResource.list(ChromiumFinder.class, "browsers.txt"));

    /**
     * Returns the program of a browser.
     *
     * @throws BrowserFailure if there is none, or if the environment names something that cannot be run
     */
    public Path find() throws BrowserFailure {
        String named = environment.getOrDefault(VARIABLE, "").strip();
        if (!named.isEmpty()) {
            return InstalledProgram.at(named)
                    .map(InstalledProgram::file)
                    .orElseThrow(() -> new BrowserFailure("环境变量 " + VARIABLE + " 指的不是可以运行的浏览器程序：" + named));
        }
        return PLACES.find(system, environment)
                .map(InstalledProgram::file)
                .orElseThrow(() -> new BrowserFailure(
                        "这台电脑上没有找到可以用来打印的浏览器（Chromium、Chrome、Edge 或 360）；请装上一个，或用环境变量 " + VARIABLE + " 写明它的程序在哪里"));
    }

    /** Thrown if there is no browser to print with, or if it does not print. */
    public static final class BrowserFailure extends Exception {
        /** @param message what is wrong and what can be done, in Chinese without the full stop */
        BrowserFailure(String message) {
            super(message);
        }
    }

    /**
     * A browser of this machine without a window, which reaches no network. It is started once for each page: that
     * takes a second and needs no open port, which other users of the machine could reach.
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
            OptionalInt status;
            try {
                status = new InstalledProgram(program).run(command(page, pdf), profile, Map.of(), SECONDS);
            } catch (InterruptedIOException e) {
                throw new BrowserFailure("打印中断了");
            } catch (IOException e) {
                throw new BrowserFailure("浏览器不能启动：" + program);
            }
            if (status.isEmpty()) {
                throw new BrowserFailure("浏览器 " + SECONDS + " 秒还没有打印完，已经停止：" + program);
            }
            if (!Files.isRegularFile(pdf) || Files.size(pdf) == 0) {
                throw new BrowserFailure("浏览器没有打印出来（退出状态 " + status.getAsInt() + "）：" + program);
            }
        }

        private List<String> command(Path page, Path pdf) {
            List<String> command = new ArrayList<>(TextResource.list(ChromiumFinder.class, "options.txt"));
            command.addAll(List.of("--user-data-dir=" + profile, "--print-to-pdf=" + pdf));
            if (isAdministrator) {
                command.add("--no-sandbox");
            }
            command.add(page.toUri().toString());
            return command;
        }
    }
}
