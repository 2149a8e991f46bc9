package org.gongkai.feature.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site of articles has no registers; the first thing that a branch records gives it all. */
class ArticlesTest extends SiteFixture {

    @BeforeEach
    void anArticle() {
        site.entry("content/a.md", "标题: 雨后", "发布日期: 2024-05-06", "标签: 天气", "摘要: 院子里的积水");
    }

    @Test
    void haveNoRegisters() {
        site.built();

        assertThat(site.files().keySet())
                .contains("articles/2024/a.html")
                .noneMatch(address -> address.startsWith("registers/"));
        assertThat(site.page("index.html")).doesNotContain("台账");
    }

    @ParameterizedTest
    @ValueSource(strings = {"成文日期: 2024-05-06", "公示: {起: 2024-05-06, 止: 2024-05-15}", "目录项: 12-1"})
    void areRecordsWithAnyFieldOfOne(String field) {
        site.entry("content/b.md", "标题: 水表", "发布日期: 2024-05-06", field).built();

        assertThat(site.html("registers/filing/index.html").select("td.head").eachText())
                .containsExactly("水表", "雨后");
    }
}
