package org.gongkai.publish.print;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a browser on this machine that is made of Chromium.
 *
 * @param system the name of the operating system, as in the system property {@code os.name}
 */
public record ChromiumFinder(String system, Map<String, String> environment) {

    /** The environment variable that names the program of the browser. */
    public static final String VARIABLE = "GONGKAI_CHROMIUM";

    private static final List<String> COMMANDS =
            List.of(("chromium chromium-browser google-chrome google-chrome-stable microsoft-edge"
                            + " microsoft-edge-stable browser360-cn browser360-cn-stable qaxbrowser-safe"
                            + " qaxbrowser-safe-stable")
                    .split(" "));

    private static final List<String> WINDOWS_FOLDERS =
            List.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA", "APPDATA");

    private static final List<String> WINDOWS_PROGRAMS = List.of(
            "Chromium/Application/chrome.exe",
            "Google/Chrome/Application/chrome.exe",
            "Microsoft/Edge/Application/msedge.exe",
            "360ChromeX/Chrome/Application/360ChromeX.exe",
            "360Chrome/Chrome/Application/360chrome.exe",
            "360se6/Application/360se.exe");

    private static final List<Path> MAC_PROGRAMS = List.of(
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"));

    public ChromiumFinder {
        system = system.toLowerCase(Locale.ROOT);
        environment = Map.copyOf(environment);
    }

    /**
     * Returns the program of a browser.
     *
     * @throws BrowserFailure if there is none, or if the environment names something that cannot be run
     */
    public Path find() throws BrowserFailure {
        String named = environment.getOrDefault(VARIABLE, "").strip();
        if (!named.isEmpty()) {
            return program(named)
                    .orElseThrow(() -> new BrowserFailure("环境变量 " + VARIABLE + " 指的不是可以运行的浏览器程序：" + named));
        }
        return candidates()
                .filter(ChromiumFinder::isProgram)
                .findFirst()
                .orElseThrow(() -> new BrowserFailure(
                        "这台电脑上没有找到可以用来打印的浏览器（Chromium、Chrome、Edge 或 360）；请装上一个，或用环境变量 " + VARIABLE + " 写明它的程序在哪里"));
    }

    private Stream<Path> candidates() {
        if (system.contains("windows")) {
            return WINDOWS_PROGRAMS.stream().flatMap(program -> WINDOWS_FOLDERS.stream()
                    .map(environment::get)
                    .filter(folder -> folder != null && !folder.isBlank())
                    .flatMap(folder -> program(folder + "/" + program).stream()));
        }
        Stream<Path> onPath = COMMANDS.stream()
                .flatMap(name -> Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .flatMap(folder -> program(folder + "/" + name).stream()));
        return system.contains("mac") ? Stream.concat(MAC_PROGRAMS.stream(), onPath) : onPath;
    }

    private static Optional<Path> program(String typed) {
        try {
            return Optional.of(Path.of(typed).toAbsolutePath()).filter(ChromiumFinder::isProgram);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /** Thrown if there is no browser to print with, or if it does not print. */
    public static final class BrowserFailure extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param message what is wrong and what can be done, in Chinese without the full stop */
        BrowserFailure(String message) {
            super(message);
        }
    }
}
