package org.gongkai.cli.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Opens an address in the usual browser of the user. The address, which may hold a secret, is written to a file that
 * only the user can read, because other users of the machine see the arguments of processes.
 *
 * @param system the name of the operating system, as in the system property {@code os.name}
 */
record BrowserOpener(String system, Map<String, String> environment) {

    BrowserOpener {
        system = system.toLowerCase(Locale.ROOT);
    }

    /** Opens an address; does nothing if there is no screen or no browser. */
    void open(String address) {
        try {
            Path page = Files.createTempFile("gongkai-", ".html");
            page.toFile().deleteOnExit();
            Optional<List<String>> command = command(page);
            if (command.isPresent()) {
                Files.writeString(page, page(address), StandardCharsets.UTF_8);
                new ProcessBuilder(command.get())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            }
        } catch (IOException e) {
            // The address has been printed; the user can open it.
        }
    }

    /** Returns the command that opens a file; empty if there is no screen. */
    Optional<List<String>> command(Path file) {
        if (system.contains("windows")) {
            return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler", file.toString()));
        }
        if (system.contains("mac")) {
            return Optional.of(List.of("open", file.toString()));
        }
        boolean hasScreen = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return hasScreen ? Optional.of(List.of("xdg-open", file.toString())) : Optional.empty();
    }

    /** A page that leads to an address of the server, which holds no character that HTML would read. */
    private static String page(String address) {
        return "<!DOCTYPE html><meta charset=\"UTF-8\"><meta http-equiv=\"refresh\" content=\"0; url=" + address
                + "\"><title>工作台</title><p><a href=\"" + address + "\">打开工作台</a></p>\n";
    }
}
