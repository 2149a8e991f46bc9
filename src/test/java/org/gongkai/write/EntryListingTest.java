package org.gongkai.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SiteQuery;
import org.gongkai.pipeline.read.SiteSource;
import org.gongkai.problem.Problem;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.gongkai.write.EntryListing.EntryState;
import org.gongkai.write.EntryListing.ListedEntry;
import org.junit.jupiter.api.Test;

class EntryListingTest extends SiteFixture {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T04:00:00Z"), ZoneOffset.UTC);
    private static final String[] OPEN = {"文种: 通知", "公开范围: 本单位", "发布机构: 第一党支部", "状态: 草稿"};

    private static String draft(String title, String... more) {
        return "---\n标题: " + title + "\n发布日期: 2024-06-03\n" + String.join("\n", OPEN) + "\n---\n\n"
                + String.join("\n", more) + "\n";
    }

    private EntryListing list() throws IOException {
        try (SiteSource source = SiteSource.open(BuildRequest.of(site.root()))) {
            return EntryListing.of(
                    new SiteQuery(CLOCK, SiteFolder.SHARED),
                    BuildRequest.of(site.root())
                            .drafts(true)
                            .reuse(BuildRequest.Reuse.NONE)
                            .jobs(2),
                    source);
        }
    }

    @Test
    void listsDraftsByWhatTheyLack() throws IOException {
        site.file("content/a.md", draft("关于甲的通知", "正文。"))
                .file("content/b.md", draft("关于乙的通知（请改标题）", "（在这里写为什么发这个通知。）"))
                .file("content/c.md", draft("关于丙的通知").replace("公开范围: 本单位\n", ""))
                .file("content/d.md", draft("关于丁的通知", "正文。").replace("本单位", "全世界"));

        EntryListing listing = list();

        assertThat(in(EntryState.WAITING, listing))
                .extracting(ListedEntry::path)
                .containsExactly("content/a.md");
        assertThat(in(EntryState.DRAFT, listing))
                .extracting(ListedEntry::path, entry -> String.join("、", entry.missing()))
                .containsExactly(
                        tuple("content/b.md", "标题、正文"),
                        tuple("content/c.md", "公开范围、正文"),
                        tuple("content/d.md", "改正错误"));
    }

    @Test
    void listsWhatEndsWithinAWeekAmongWhatIsPublished() throws IOException {
        site.published("content/a.md", "标题: 甲", "发布日期: 2024-05-06")
                .published("content/b.md", "标题: 乙", "发布日期: 2024-05-07", "失效日期: 2024-06-08")
                .published("content/c.md", "标题: 丙", "发布日期: 2024-05-08", "失效日期: 2024-06-09")
                .published("content/d.md", "标题: 丁", "发布日期: 2024-05-28", "公示: {起: 2024-05-28, 止: 2024-06-01}")
                .published("content/e.md", "标题: 戊", "发布日期: 2024-05-20", "公示: {起: 2024-05-20, 止: 2024-05-31}")
                .published("content/f.md", "标题: 己", "发布日期: 2024-05-05", "状态: 已撤回", "撤回日期: 2024-05-20");

        EntryListing listing = list();

        assertThat(in(EntryState.EXPIRING, listing))
                .extracting(ListedEntry::title, ListedEntry::ends)
                .containsExactly(
                        tuple("丁", Optional.of(LocalDate.of(2024, 6, 1))),
                        tuple("乙", Optional.of(LocalDate.of(2024, 6, 8))));
        assertThat(in(EntryState.PUBLISHED, listing))
                .extracting(ListedEntry::title)
                .containsExactly("丁", "戊", "丙", "乙", "甲");
        assertThat(in(EntryState.WITHDRAWN, listing))
                .extracting(ListedEntry::title)
                .containsExactly("己");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        site.file("content/x.md", "没有文件头\n");

        assertThat(list().problems()).extracting(Problem::code).contains("E100");
    }

    private static List<ListedEntry> in(EntryState list, EntryListing listing) {
        return listing.entries().stream().filter(entry -> entry.isIn(list)).toList();
    }
}
