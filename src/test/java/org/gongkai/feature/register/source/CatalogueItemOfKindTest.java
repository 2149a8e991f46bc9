package org.gongkai.feature.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.testing.SiteFixture;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How timely entries are that name no 目录项: the item of the catalogue that names their kind counts them. */
class CatalogueItemOfKindTest extends SiteFixture {

    @BeforeEach
    void aSite() {
        site.published(
                        "content/会议/1.md",
                        "标题: 第一党支部2024年第1次支部委员会会议纪要",
                        "文种: 支部委员会会议",
                        "发布日期: 2024-01-20",
                        "会议: {时间: 2024-01-08, 地点: 会议室}")
                .published(
                        "content/会议/2.md",
                        "标题: 第一党支部2024年第2次支部委员会会议纪要",
                        "文种: 支委会",
                        "发布日期: 2024-02-13",
                        "会议: {时间: 2024-02-08, 地点: 会议室}")
                .published(
                        "content/会议/3.md",
                        "标题: 第一党支部2024年第3次支部委员会会议纪要",
                        "文种: 支委会",
                        "目录项: B-2",
                        "发布日期: 2024-03-28",
                        "会议: {时间: 2024-03-08, 地点: 会议室}");
    }

    @Test
    void isCountedUnderTheItemOfItsKindAgainstTheDaysOfTheItem() {
        assertThat(rows("- {编号: B-1, 事项: 会议, 文种: [支委会, 党员大会], 时限: 会后10日内}\n- {编号: B-2, 事项: 其他}\n"))
                .containsExactly(
                        "2024,会议,B-1,,会后10日内,,2,2024-02-13,,,,8.5,50.0,", "2024,其他,B-2,,,,1,2024-03-28,,,,20,100.0,");
    }

    @Test
    void theBuiltInItemsNameTheirKinds() {
        site.delete("content/会议/3.md");

        assertThat(rows("")).contains("2024,思想教育和组织生活,12-3,,,,2,2024-02-13,,,,8.5,100.0,");
    }

    @Test
    void aPaperOfAYearOfWhichNothingIsExpectedMakesNoYearInWhichTheRestIsMissing() {
        site.delete("content/会议/3.md").file("content/_data/organisation.yml", "支部: 第一党支部\n成立: 2024-01-01\n");
        for (String year : List.of("2019", "2018\n目录项: 12-3")) {
            String signed = "成文日期: " + year.substring(0, 4) + "-03-01";
            site.published(
                    "content/会议/" + year.substring(0, 4) + ".md",
                    "标题: 关于公约的通知",
                    "文种: 通知",
                    "年度: " + year,
                    signed,
                    "发布日期: 2024-01-10");
        }

        assertThat(rows(""))
                .filteredOn(row -> row.startsWith("201"))
                .singleElement()
                .asString()
                .startsWith("2018,思想教育和组织生活,12-3,,,,1,");
    }

    @Test
    void aKindThatThereIsNotIsReported() {
        site.file("content/_data/catalogue.yml", "- {编号: B-1, 事项: 会议, 文种: [支委, 党员大会]}\n- {编号: B-2, 事项: 其他}\n");

        assertThat(site.build().problems())
                .containsExactly("content/_data/catalogue.yml:1:26: 错误 E131 没有“支委”这个文种；您是不是要写“支委会”");
    }

    private List<String> rows(String catalogue) {
        if (!catalogue.isEmpty()) {
            site.file("content/_data/catalogue.yml", catalogue);
        }
        return SiteFolder.run(
                        "register",
                        "catalogue",
                        "--format",
                        "csv",
                        "-s",
                        site.root().toString())
                .out()
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst(",(?:meetings/\\S+ ?)+$", ","))
                .toList();
    }
}
