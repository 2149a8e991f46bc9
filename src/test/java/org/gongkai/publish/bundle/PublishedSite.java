package org.gongkai.publish.bundle;

import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.nio.file.Path;
import java.util.TreeMap;
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

    public Ran publish(Object... more) {
        return with("publish", "-s", site.root(), more);
    }

    /** Publishes what is expected to be right. */
    public PublishedSite published(Object... more) {
        done("publish", "--to", to, "-s", site.root(), more);
        return this;
    }

    /** Runs a command with {@code --to}. */
    public Ran with(String command, Object... more) {
        return run(command, "--to", to, more);
    }

    public Ran verify(Object... more) {
        return run("verify", to, more);
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
        return SiteFolder.published(current());
    }

    public String page(String address) {
        return SiteFolder.read(current().resolve(address));
    }

    public Path release(String id) {
        return to.resolve("releases").resolve(id);
    }
}
