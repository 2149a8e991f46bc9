package org.gongkai.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A site of 70 short entries in one column: its lists run over two pages. Built once for all tests. */
final class LongSite {

    static final int ENTRIES = 70;

    private static BuiltSite site;

    private LongSite() {}

    static synchronized BuiltSite site() {
        if (site == null) {
            Path folder = TemporaryFolders.create("long");
            try {
                write(folder.resolve("source/content"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            site = BuiltSite.build(folder.resolve("source"), folder.resolve("site"));
        }
        return site;
    }

    private static void write(Path content) throws IOException {
        Files.createDirectories(content.resolve("_data"));
        Files.writeString(content.resolve("_data/site.yml"), "名称: 多篇支部 · 党务公开\n单位: 多篇站\n");
        Files.writeString(content.resolve("_data/categories.yml"), "- {名称: 值班记事, 标识: log, 说明: 每次值班一篇。}\n");
        for (int i = 1; i <= ENTRIES; i++) {
            Files.writeString(
                    content.resolve("记事-" + i + ".md"),
                    """
                    ---
                    标题: 第%d次值班记事
                    栏目: 值班记事
                    发布日期: %s
                    标签: [值班]
                    ---

                    本次值班巡查%d处，没有异常。
                    """
                            .formatted(i, LocalDate.of(2025, 1, 1).plusDays(i), i % 9 + 1));
        }
    }
}
