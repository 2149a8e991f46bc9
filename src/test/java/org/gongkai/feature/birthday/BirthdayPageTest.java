package org.gongkai.feature.birthday;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 政治生日: who joined the Party in which month. */
class BirthdayPageTest {

    private final SiteFolder site;

    BirthdayPageTest(@TempDir Path folder) {
        site = new SiteFolder(folder).entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02");
    }

    @Test
    void listsMembersByMonth() {
        site.file("content/_data/birthdays.yml", "- {姓名: 甲某, 入党日期: 2010-07-01}\n- {姓名: 乙某, 入党日期: 1999-03-08}\n")
                .built();

        assertThat(site.html("birthdays/index.html").select("h2").eachText()).containsExactly("3月", "7月");
        assertThat(site.html("birthdays/index.html").select("li time").eachText())
                .containsExactly("1999-03-08", "2010-07-01");
        assertThat(site.html("index.html").select("a[href=birthdays/index.html]"))
                .isNotEmpty();
    }

    @Test
    void isNotThereWithoutItsFile() {
        site.built();

        assertThat(site.files()).doesNotContainKey("birthdays/index.html");
    }

    @Test
    void isNotForReadersOutside() {
        site.file("content/_data/birthdays.yml", "- {姓名: 甲某, 入党日期: 2010-07-01}\n")
                .file("content/_data/site.yml", "受众: [{名称: 社会, 范围: [社会]}]\n")
                .built();

        assertThat(site.files()).doesNotContainKey("birthdays/index.html");
    }
}
