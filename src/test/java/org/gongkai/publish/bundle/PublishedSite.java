package org.gongkai.publish.bundle;

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
public final class PublishedSite {

    /** The release that the first publication makes; the next ones have a number behind it. */
    public static final String FIRST = "20240601-120000";

    public final SiteFolder site;
    public final Path to;

    public PublishedSite(Path folder) {
        this.site = new SiteFolder(folder.resolve("site"))
                .entry("content/a.md", "标题: 第一条内容", "发布日期: 2024-01-02", "旧址: old.html")
                .entry("content/b.md", "标题: 第二条内容", "发布日期: 2024-01-03");
        this.to = folder.resolve("published");
    }

    public Ran publish(String... more) {
        return with(
                "publish",
                Stream.concat(Stream.of("-s", site.root().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Publishes what is expected to be right. */
    public PublishedSite published(String... more) {
        Ran ran = publish(more);
        if (ran.status() != 0) {
            throw new AssertionError("exit status " + ran.status() + "\n" + ran.err());
        }
        return this;
    }

    /** Runs a command with {@code --to}. */
    public Ran with(String command, String... more) {
        return run(Stream.concat(Stream.of(command, "--to", to.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    public Ran verify(String... more) {
        return run(Stream.concat(Stream.of("verify", to.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    /** Changes the text of the second entry. */
    public PublishedSite edit(String text) {
        site.file("content/b.md", "---\n标题: 第二条内容\n发布日期: 2024-01-03\n---\n\n" + text + "\n");
        return this;
    }

    public Path current() {
        return to.resolve("current");
    }

    /** What readers see. */
    public TreeMap<String, String> served() {
        try {
            return SiteFolder.published(current().toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What readers see who take what is packed, by the path of the file. */
    public TreeMap<String, String> unpacked() {
        try {
            return SiteFolder.unpacked(current().toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String page(String address) {
        try {
            return Files.readString(current().resolve(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path release(String id) {
        return to.resolve("releases").resolve(id);
    }
}
