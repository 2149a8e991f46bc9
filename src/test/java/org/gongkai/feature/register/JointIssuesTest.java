package org.gongkai.feature.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bulletin with two numbers is both issues. */
class JointIssuesTest extends SiteFixture {

    @BeforeEach
    void branch() {
        site.file("content/_data/site.yml", "公布应办事项: 是\n");
    }

    private void issue(String name, String title, String... more) {
        String[] header = new String[more.length + 4];
        System.arraycopy(new String[] {"标题: " + title, "文种: 简报", "发布日期: 2024-03-05", "编发单位: 甲"}, 0, header, 0, 4);
        System.arraycopy(more, 0, header, 4, more.length);
        site.published("content/简报/" + name + ".md", header);
    }

    @Test
    void leavesNoGapAndIsNoDuplicate() {
        issue("d", "学习简报第10期", "期数: 10");
        issue("c", "学习简报第5至9期合刊", "期数: 5-9");
        issue("b", "学习简报第3、4期合刊", "期数: 3、4");
        issue("a", "学习简报第2期", "期数: 2");

        assertThat(site.build().problems()).isEmpty();
        assertThat(site.page("registers/bulletins/bulletins.json")).doesNotContain("甲第");
        assertThat(site.page("registers/bulletins/bulletins.csv").lines().skip(1))
                .extracting(line -> line.split(",")[2])
                .containsExactly("2", "3、4", "5、6、7、8、9", "10");
        assertThat(site.html("bulletins/2024/b.html").text()).contains("期数 3、4");
    }

    @Test
    void isToldWhereOneOfItsNumbersIsThereTwiceOrSkipped() {
        issue("a", "学习简报第2期", "期数: 2");
        issue("b", "学习简报第4、5期合刊", "期数: 4-5");
        issue("c", "学习简报第5期", "期数: 5");

        assertThat(site.build().problems())
                .containsExactly("content/简报/c.md:6:5: 警告 W248 甲第5期写了两次：本条和《学习简报第4、5期合刊》（content/简报/b.md）；"
                        + "请核对是哪一条写错了；是同一次的，两条的日期要写得一样");
        assertThat(site.page("registers/bulletins/bulletins.json")).contains("\"what\": \"甲第3期\"");
    }

    @Test
    void isReadInTheTitleWhereNoFieldSaysIt() {
        issue("a", "学习简报第2期", "期数: 2");
        issue("b", "学习简报第3-4期");
        issue("c", "学习简报第5期", "期数: 第五期");

        assertThat(site.build().problems())
                .filteredOn(line -> !line.contains("W126"))
                .isEmpty();
        assertThat(site.page("registers/bulletins/bulletins.json")).doesNotContain("甲第");
    }

    @Test
    void otherTextsAreNoNumbers() {
        issue("a", "学习简报第3期", "期数: 春季号");
        issue("b", "学习简报第3、4期合刊", "期数: 5-6");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/简报/a.md:6:5: 错误 E106 字段“期数”的值“春季号”不合要求；请写第几期，如 3；合刊写成 3、4 或 3-4",
                        "content/简报/b.md:6:5: 警告 W172 期数是5-6，标题里写的是第3期；请核对标题和期数，改正写错的那一个");
    }
}
