package org.gongkai.cli;

import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;

/** A site of two entries and where it is published. */
final class PublishedSite {

    /** The release that the first publication makes; the next ones have a number behind it. */
    static final String FIRST = "20240601-120000";

    final SiteFolder site;
    final Path to;

    PublishedSite(Path folder) {
        this.site = new SiteFolder(folder.resolve("site"))
                .entry("content/a.md", "标题: 第一条内容", "发布日期: 2024-01-02", "旧址: old.html")
                .entry("content/b.md", "标题: 第二条内容", "发布日期: 2024-01-03");
        this.to = folder.resolve("published");
    }

    Ran publish(String... more) {
        return with(
                "publish",
                Stream.concat(Stream.of("-s", site.root().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Publishes what is expected to be right. */
    PublishedSite published(String... more) {
        Ran ran = publish(more);
        if (ran.status() != 0) {
            throw new AssertionError("exit status " + ran.status() + "\n" + ran.err());
        }
        return this;
    }

    /** Runs a command with {@code --to}. */
    Ran with(String command, String... more) {
        return run(Stream.concat(Stream.of(command, "--to", to.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    Ran verify(String... more) {
        return run(Stream.concat(Stream.of("verify", to.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    /** Changes the text of the second entry. */
    PublishedSite edit(String text) {
        site.file("content/b.md", "---\n标题: 第二条内容\n发布日期: 2024-01-03\n---\n\n" + text + "\n");
        return this;
    }

    Path current() {
        return to.resolve("current");
    }

    /** What readers see. */
    TreeMap<String, String> served() {
        try {
            return SiteFolder.published(current().toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What readers see who take what is packed, by the path of the file. */
    TreeMap<String, String> unpacked() {
        try {
            return SiteFolder.unpacked(current().toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String page(String address) {
        try {
            return Files.readString(current().resolve(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path release(String id) {
        return to.resolve("releases").resolve(id);
    }
}
