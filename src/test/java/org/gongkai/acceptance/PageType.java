package org.gongkai.acceptance;

import java.nio.file.Path;
import java.util.function.Supplier;

/** One page of each type that a site has. Entries are named by addresses made of their numbers, which never change. */
enum PageType {
    HOME("index.html"),
    ENTRY_MARKDOWN("publicity/2025/slsw01-2025-00013.html"),
    ENTRY_ASCIIDOC("publicity/2025/slsw01-2025-00018.html"),
    ENTRY_WITH_TABLES("summaries/2024/slsw01-2024-00058.html"),
    ENTRY_WITH_WIDE_TABLE(BuiltManual::site, "reference/2025/02-wen-jian-tou-xie-fa-da-quan.html"),
    MANUAL(BuiltManual::site, "index.html"),
    ENTRY_WITH_ATTACHMENTS("plans/2025/slsw01-2025-00004.html"),
    ENTRY_WITH_PICTURE("theme-days/2024/slsw01-2024-00025.html"),
    ENTRY_NO_LONGER_VALID("rules/2023/slsw01-2023-00001.html"),
    LIST("meetings/index.html"),
    CROSSED_LIST("meetings/2024/index.html"),
    YEAR("years/2025/index.html"),
    YEARS("years/index.html"),
    TAGS("tags/index.html"),
    TAG("tags/dang-fei-c955f4/index.html"),
    SITE_MAP("sitemap.html"),
    SEARCH("search.html"),
    NOT_FOUND("404.html"),
    REDIRECT("old-site/2023/plan.html"),
    CHANGES("changes/index.html"),
    MONTH("years/2025/month-05.html"),
    ATTACHMENTS("attachments.html"),
    MATTERS("matters/index.html"),
    MATTER("matters/2024-nian-zhi-bu-wei-yuan-hui-huan-jie-080a3a.html"),
    COMPARISON("rules/2024/slsw01-2024-00013/history/replaces-rules-2023-slsw01-2023-00001.html"),
    CHANGES_OF_COLUMN("changes/rules/index.html"),
    REGISTERS("registers/index.html"),
    REGISTER_WITH_MATRIX("registers/meetings/index.html"),
    REGISTER_WITH_BARS("registers/dues/index.html"),
    REGISTER_WITH_TIMELINE("registers/tasks/index.html"),
    DUE("registers/due/index.html"),
    WALL_SHEETS("registers/wall/index.html"),
    WALL_SHEET("registers/wall/2025-01.html"),
    HISTORY(HistorySite::site, HistorySite.HISTORY + "index.html"),
    VERSION(HistorySite::site, HistorySite.HISTORY + "3.html"),
    ENTRY_OF_MANY_VERSIONS(HistorySite::site, HistorySite.ENTRY),
    CHANGES_OF_MANY_DAYS(HistorySite::site, "changes/index.html"),
    WITHDRAWN(HistorySite::site, HistorySite.WITHDRAWN),
    LONG_LIST(LongSite::site, "log/index.html"),
    LAST_PAGE(LongSite::site, "log/page-2.html");

    private final Supplier<BuiltSite> site;
    private final String address;

    PageType(String address) {
        this(DemoSite::site, address);
    }

    PageType(Supplier<BuiltSite> site, String address) {
        this.site = site;
        this.address = address;
    }

    BuiltSite site() {
        return site.get();
    }

    String address() {
        return address;
    }

    Path file() {
        return site().path(address);
    }
}
