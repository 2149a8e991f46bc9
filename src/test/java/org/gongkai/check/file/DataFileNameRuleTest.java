package org.gongkai.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongkai.testing.SiteFixture;
import org.junit.jupiter.api.Test;

class DataFileNameRuleTest extends SiteFixture {

    @Test
    void tellsOfNamesThatAreNearlyRight() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02")
                .file("content/_data/site.yaml", "名称: 甲\n")
                .file("content/_data/privcy.yml", "允许: [甲]\n")
                .file("content/_data/register.yml", "[]\n")
                .file("content/_data/holidays/2024.yaml", "年: 2024\n")
                .file("content/_data/通讯.csv", "甲\n")
                .file("content/_data/sites.json", "{}")
                .file("content/_data/members.yml", "甲: 乙\n");

        assertThat(site.build().problems())
                .containsExactly(
                        "content/_data/holidays/2024.yaml:1:1: 警告 W409 程序不读“holidays/2024.yaml”，里面写的没有起作用；您是不是要写“holidays/2024.yml”；另作他用的，请放到别的文件夹",
                        "content/_data/privcy.yml:1:1: 警告 W409 程序不读“privcy.yml”，里面写的没有起作用；您是不是要写“privacy.yml”；另作他用的，请放到别的文件夹",
                        "content/_data/register.yml:1:1: 警告 W409 程序不读“register.yml”，里面写的没有起作用；您是不是要写“registers.yml”；另作他用的，请放到别的文件夹",
                        "content/_data/site.yaml:1:1: 警告 W409 程序不读“site.yaml”，里面写的没有起作用；您是不是要写“site.yml”；另作他用的，请放到别的文件夹",
                        "content/_data/sites.json:1:1: 警告 W409 程序不读“sites.json”，里面写的没有起作用；您是不是要写“site.yml”；另作他用的，请放到别的文件夹");
    }

    @Test
    void takesTheRightOnesAndCopiesBesideThem() {
        site.entry("content/a.md", "标题: 甲", "发布日期: 2024-01-02")
                .file("content/_data/site.yml", "名称: 甲\n")
                .file("content/_data/site.yaml", "名称: 乙\n")
                .file("content/_data/privacy.yml", "允许: [甲]\n")
                .file("content/_data/registers.yml", "[]\n");

        assertThat(site.build().problems()).isEmpty();
    }
}
