package org.gongkai.site.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugsTest {

    private final Slugs slugs = new Slugs();

    @ParameterizedTest
    @CsvSource({
        "工作计划,            gong-zuo-ji-hua",
        "党员大会-1,          dang-yuan-da-hui-1",
        "2024 年 Q1 总结,     2024-nian-q1-zong-jie",
        "重庆银行,            chong-qing-yin-hang",
        "旅行绿,              lv-xing-lv",
        "Party Lecture_04,   party-lecture-04",
        "A01-2024-0001,      a01-2024-0001",
        "a % # b,            a-b"
    })
    void readsNamesAloudInPinyin(String name, String slug) {
        assertThat(slugs.of(name)).isEqualTo(slug);
    }

    @Test
    void hasTheInitialsOfALongTitleToItsEnd() {
        assertThat(slugs.initials("示例水务站党支部2025年第四季度党费收缴公示")).isEqualTo("slswzdzb2ndsjddfsjgs");
        assertThat(slugs.initials("关于".repeat(40) + " Q1 绿。")).isEqualTo("gy".repeat(40) + "ql");
        assertThat(slugs.initials("……")).isEmpty();
    }

    @Test
    void givesWhatCannotBeReadACheckMark() {
        assertThat(slugs.of("😀")).matches("x[0-9a-f]{8}");
        assertThat(slugs.of("")).isEqualTo("x00000000");
    }

    @Test
    void shortensWhatIsLongAndKeepsItApart() {
        String one = slugs.of("关于".repeat(40) + "甲");
        String other = slugs.of("关于".repeat(40) + "乙");

        assertThat(one)
                .hasSizeLessThanOrEqualTo(80)
                .startsWith("guan-yu-guan-yu")
                .isNotEqualTo(other);
    }

    @Test
    void keepsWordsThatSoundAlikeApart() {
        assertThat(slugs.of("公示")).isEqualTo(slugs.of("公式"));
        assertThat(slugs.distinct("公示")).startsWith("gong-shi-").isNotEqualTo(slugs.distinct("公式"));
        assertThat(slugs.distinct("q1")).isEqualTo("q1");
        assertThat(slugs.distinct("Q1")).isNotEqualTo("q1");
    }
}
