package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The demonstration site of this project, built once for all tests of all processes. */
public final class DemoSite {

    /** Root of the project: its {@code content/} is the demonstration. */
    static final Path SOURCE = Path.of("").toAbsolutePath();

    /** The day that its pages are of, the property {@code demonstration.day} of the project. */
    static final String DAY = "2026-11-26";

    /** The address that its settings give it. */
    static final URI BASE = URI.create("http://dwgk.shili.example/");

    private static BuiltSite site;
    private static Cli.Result first;

    private DemoSite() {}

    /** A copy of its content, without the history of this project, which goes on. */
    static Path source() {
        return site().root().resolveSibling("source");
    }

    /** Its pages and files. */
    public static Path folder() {
        return site().root();
    }

    static synchronized BuiltSite site() {
        if (site == null) {
            Path folder = TemporaryFolders.ofRun("demo");
            // Another process of the run may be building it.
            try (FileChannel file = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = file.lock()) {
                site = builtOnce(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return site;
    }

    private static BuiltSite builtOnce(Path folder) throws IOException {
        Path output = folder.resolve("site");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        if (Files.exists(out)) {
            first = new Cli.Result(0, Files.readString(out), Files.readString(err));
        } else {
            ManualSite.demonstration(folder.resolve("source"));
            first = build(output);
            if (first.status() != 0) {
                throw new AssertionError(
                        "build of " + output + " ended with " + first.status() + "\n" + first.out() + first.err());
            }
            Files.writeString(err, first.err());
            Files.writeString(out, first.out());
        }
        return BuiltSite.at(output);
    }

    /** The same pages in another look. No page knows of it: the style sheets are those of a site without entries. */
    static BuiltSite inLook(String look) throws IOException {
        Path folder = TemporaryFolders.create("look");
        Path source = ManualSite.empty(folder.resolve("source")).root();
        BuiltSite plain = BuiltSite.build(source, folder.resolve("plain"));
        Files.writeString(source.resolve("content/_data/site.yml"), "\n样子: " + look + "\n", StandardOpenOption.APPEND);
        BuiltSite other = BuiltSite.build(source, folder.resolve("site"));
        assertThat(other.pages()).hasSizeGreaterThan(20).allSatisfy(page -> assertThat(other.text(page))
                .isEqualTo(plain.text(page)));
        for (String file : site().files()) {
            if (!file.startsWith("assets/")) {
                Files.createDirectories(other.path(file).getParent());
                Files.copy(site().path(file), other.path(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return other;
    }

    /** What the build of {@link #site} said. */
    static synchronized Cli.Result first() {
        site();
        return first;
    }

    /** Builds the same site again into the same folder. */
    static Cli.Result again() {
        return build(site().root());
    }

    private static Cli.Result build(Path output) {
        String source = output.resolveSibling("source").toString();
        return Cli.run("build", "-s", source, "-o", output.toString(), "--as-of", DAY, "--format", "json");
    }

    /** Addresses of all pages of entries: those that show an entry's article; its former versions are none. */
    static List<String> entries() {
        return site().pages().stream()
                .filter(page -> !page.contains("/history/"))
                .filter(page -> site().html(page).selectFirst("article.entry") != null)
                .toList();
    }

    /** Feeds of entries by the address of the list that they follow. */
    static Map<String, String> feeds() {
        return site().files().stream()
                .filter(file -> file.equals("feed.xml") || file.endsWith("/feed.xml"))
                .filter(file -> !file.startsWith("changes/"))
                .collect(Collectors.toMap(
                        feed -> feed.replace("feed.xml", "index.html"), feed -> feed, (a, b) -> a, TreeMap::new));
    }
}
