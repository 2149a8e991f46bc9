package org.gongkai.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserOpenerTest {

    private static final Path PAGE = Path.of("page.html");

    @Test
    void asksTheSystemToOpenAFileSoThatNoOtherUserSeesTheAddress() {
        assertThat(new BrowserOpener("Windows 11", Map.of()).command(PAGE))
                .hasValueSatisfying(command ->
                        assertThat(command).containsExactly("rundll32", "url.dll,FileProtocolHandler", "page.html"));
        assertThat(new BrowserOpener("Mac OS X", Map.of()).command(PAGE))
                .hasValueSatisfying(command -> assertThat(command).containsExactly("open", "page.html"));
        assertThat(new BrowserOpener("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")).command(PAGE))
                .hasValueSatisfying(command -> assertThat(command).containsExactly("xdg-open", "page.html"));
    }

    @Test
    void opensNothingWithoutAScreen() {
        assertThat(new BrowserOpener("Linux", Map.of()).command(PAGE)).isEmpty();
    }
}
