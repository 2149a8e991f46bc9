package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A reader of the site on a real Apache")
@Tag("slow")
class ApacheTest extends FolderFixture {

    @BeforeAll
    static void needsApache() {
        Apache.required();
    }

    @Test
    @DisplayName("gets every file with its type and the headers that protect him")
    void everything() throws Exception {
        Path to = folder.resolve("网站");
        Cli.Result published =
                Cli.run("publish", "-s", DemoSite.source().toString(), "--to", to.toString(), "--as-of", DemoSite.DAY);
        assertThat(published.status()).as(published.err()).isZero();
        BuiltSite site = BuiltSite.at(to.resolve("current").toRealPath());
        int port = Nginx.freePorts(1);
        Cli.Result printed = Cli.run("server", "apache", "--to", to.toString(), "--port", String.valueOf(port));
        assertThat(printed.status()).as(printed.err()).isZero();
        try (Apache apache = new Apache(Files.createDirectories(folder.resolve("apache")), printed.out(), port)) {
            Visitor visitor = new Visitor(port, "Apache");
            visitor.getsEverything(site);
            visitor.isLedToTheFolder("years/2024");
            visitor.isRefusedWhatIsNotThere(site);
            visitor.compressesAndRemembers();
        }
    }
}
